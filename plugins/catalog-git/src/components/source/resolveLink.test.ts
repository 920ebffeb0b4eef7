import { resolveLink } from './resolveLink';

const FILE = '/git/acme/orders/blob/main/docs/README.md';

describe('resolveLink', () => {
  it.each([
    ['setup.md', '/git/acme/orders/blob/main/docs/setup.md'],
    ['../openapi.yaml#L3', '/git/acme/orders/blob/main/openapi.yaml#L3'],
    ['#install', '#install'],
    ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
    ['//example.com/a', 'https://example.com/a'],
    ['mailto:team@example.com', 'mailto:team@example.com'],
    // eslint-disable-next-line no-script-url -- what must not get through
    ['javascript:alert(1)', ''],
    ['data:text/html,x', ''],
  ])('%s', (uri, expected) => {
    expect(resolveLink(uri, FILE)).toBe(expected);
  });
});
