import { readableVersion, shortVersion } from './shortVersion';

describe('readableVersion', () => {
  it.each([
    ['v1.4.0', 'v1.4.0'],
    ['pkg:npm/%40acme/shop@2.0.1', '2.0.1'],
    [
      'pkg:oci/bench-app@sha256%3A00823ff24e33a35f70ce?repository_url=registry.example/acme',
      'sha256:00823ff2',
    ],
    ['sha256:05d9f5ce19f036fd3f9f7b6e1a5f8367', 'sha256:05d9f5ce'],
    ['pkg:oci/bench-app', 'pkg:oci/bench-app'],
    ['pkg:oci/bench-app@%', '%'],
  ])('says %s as %s', (version, text) => {
    expect(readableVersion(version)).toBe(text);
  });
});

it('falls back to the commit, then to the id', () => {
  const commitSha = '9f2c0000aaaa';
  expect(shortVersion({ version: null, commitSha, id: 'd' })).toBe('9f2c0000');
  expect(shortVersion({ version: null, commitSha: null, id: 'd' })).toBe('d');
});
