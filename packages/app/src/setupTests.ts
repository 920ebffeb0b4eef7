import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { setMedia } from 'mock-match-media';
import 'mock-match-media/polyfill';

// Whole pages are drawn, on machines that do other things too.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 5_000 });

// A wide window in light mode: jsdom has no media of its own.
setMedia({ width: 1600, prefersColorScheme: 'light' });
