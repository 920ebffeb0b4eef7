import { anchoredLines, sourcePath } from './sourcePath';

describe('sourcePath', () => {
  it.each([
    [
      { repository: 'acme/orders', ref: 'main', path: '', kind: 'directory' },
      '/acme/orders/tree/main',
    ],
    [
      {
        repository: 'acme/orders',
        ref: 'feature/x',
        path: 'docs/a b#1.md',
        kind: 'file',
      },
      '/acme/orders/blob/feature%2Fx/docs/a%20b%231.md',
    ],
    [
      {
        repository: 'acme/orders',
        ref: 'main',
        path: 'catalog-info.yaml',
        kind: 'file',
        line: 12,
      },
      '/acme/orders/blob/main/catalog-info.yaml#L12',
    ],
  ] as const)('%j', (place, expected) => {
    expect(sourcePath(place)).toBe(expected);
  });
});

describe('anchoredLines', () => {
  it.each([
    ['#L12', { first: 12, last: 12 }],
    ['#L12-L20', { first: 12, last: 20 }],
    ['#L20-12', { first: 20, last: 20 }],
    ['#install', undefined],
    ['', undefined],
  ])('%s', (hash, expected) => {
    expect(anchoredLines(hash)).toEqual(expected);
  });
});
