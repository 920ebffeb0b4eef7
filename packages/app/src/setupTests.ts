import '@testing-library/jest-dom';

// A wide window in light mode: jsdom has no media of its own.
window.matchMedia ??= media =>
  Object.assign(new EventTarget(), {
    matches: media.startsWith('(min-width'),
    media,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });
