import '@testing-library/jest-dom';

const WIDTH = /\((min|max)-width:\s*([\d.]+)px\)/g;

// What jsdom does not have; it goes by `window.innerWidth`.
window.matchMedia = media =>
  ({
    matches: [...media.matchAll(WIDTH)].every(([, bound, width]) =>
      bound === 'min'
        ? window.innerWidth >= Number(width)
        : window.innerWidth <= Number(width),
    ),
    media,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
  } as unknown as MediaQueryList);
