import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are drawn, on machines that do other things too.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 5_000 });

// A wide window in light mode: jsdom has no media of its own.
window.matchMedia ??= media =>
  Object.assign(new EventTarget(), {
    matches: media.startsWith('(min-width'),
    media,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });
