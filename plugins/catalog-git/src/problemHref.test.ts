import { problemHref } from './problemHref';

const ORIGIN = 'https://portal.example.com';

describe('problemHref', () => {
  it.each([
    [
      `${ORIGIN}/git/acme/orders/blob/main/a.yaml`,
      7,
      '/git/acme/orders/blob/main/a.yaml#L7',
    ],
    [`${ORIGIN}/git/acme/orders/tree/main`, null, '/git/acme/orders/tree/main'],
    [
      'https://git.example.com/acme/orders/blob/main/a.yaml',
      7,
      'https://git.example.com/acme/orders/blob/main/a.yaml#L7',
    ],
    [`${ORIGIN}.evil.example/x`, 1, `${ORIGIN}.evil.example/x#L1`],
  ])('%s line %s', (url, line, expected) => {
    expect(problemHref({ url, line }, ORIGIN)).toBe(expected);
  });
});
