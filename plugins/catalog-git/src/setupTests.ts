import '@testing-library/jest-dom';

// A wide window, which jsdom does not have: every breakpoint is reached.
window.matchMedia = media =>
  ({
    matches: media.includes('min-width'),
    media,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
  } as unknown as MediaQueryList);
