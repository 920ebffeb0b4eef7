import '@testing-library/jest-dom';
import { setMedia } from 'mock-match-media';
import 'mock-match-media/polyfill';

// A wide window in light mode: jsdom has no media of its own.
setMedia({ width: 1600, prefersColorScheme: 'light' });
