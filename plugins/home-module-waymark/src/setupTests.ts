import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { setMedia } from 'mock-match-media';
import 'mock-match-media/polyfill';

// Most of these open a whole page, and parts of it are loaded on demand.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 5_000 });

// A wide window in light mode: jsdom has no media of its own.
setMedia({ width: 1600, prefersColorScheme: 'light' });
