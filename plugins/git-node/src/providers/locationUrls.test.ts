import { buildLocationUrl, parseLocationUrl } from './locationUrls';

const baseUrl = 'http://localhost:7007/git';

describe('location URLs', () => {
  it.each([
    ['main', 'catalog-info.yaml'],
    ['feature/x', 'docs/a b#c.md'],
    ['v1.0', ''],
  ])('survive a round trip at %s %s', (ref, path) => {
    const url = buildLocationUrl({
      baseUrl,
      repository: 'acme/orders',
      kind: 'blob',
      ref,
      path,
    });
    expect(parseLocationUrl(url, baseUrl)).toEqual({
      repository: 'acme/orders',
      ref,
      path,
    });
  });

  it.each([
    'http://localhost:7007/git/acme/orders/blob/main/../../../../etc/passwd',
    'http://localhost:7007/git/acme/orders/blob/main/%2e%2e%2f%2e%2e%2fetc',
    'http://localhost:7007/git/acme/orders/blob/main/a%2f..%2f..%2fb',
    'http://localhost:7007/git/acme/orders/blob/main/%252e%252e/x',
    'http://localhost:7007/git/acme/orders/blob/main/..%5c..%5cx',
    'http://localhost:7007/git/acme%2forders/x/blob/main/a',
    'http://localhost:7007/git/../blob/main/a',
    'http://localhost:7007/gitx/acme/orders/blob/main/a',
    'http://localhost:7008/git/acme/orders/blob/main/a',
    'https://localhost:7007/git/acme/orders/blob/main/a',
    'http://localhost:7007@evil.example/git/acme/orders/blob/main/a',
    'http://localhost:7007/git/acme/orders/raw/main/a',
    'http://localhost:7007/git/acme/orders/blob/main/%E0%A4%A',
    'http://localhost:7007/git/acme/orders',
    'nonsense',
  ])('refuses %s', url => {
    expect(parseLocationUrl(url, baseUrl)).toBeUndefined();
  });
});
