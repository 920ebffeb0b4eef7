import { FakeGithub } from './FakeGithub';

describe('FakeGithub', () => {
  let github: FakeGithub;

  beforeEach(async () => {
    github = await FakeGithub.start({
      organisations: [
        {
          login: 'acme',
          repositories: [
            { name: 'a', files: { 'docs/x.md': '# x' } },
            { name: 'b', files: {} },
            { name: 'c', files: {} },
          ],
          members: [],
          teams: [],
        },
      ],
      tokens: ['good'],
    });
  });
  afterEach(() => github.stop());

  const query = async (source: string, token = 'good') => {
    const response = await fetch(`${github.url}/api/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: source }),
    });
    return { status: response.status, body: await response.json() };
  };
  const page = (after: string) =>
    `{ repositoryOwner(login: "ACME") { repositories(first: 2${after}) {
      nodes { name } pageInfo { hasNextPage endCursor } } } }`;

  it('gives lists in pages', async () => {
    const first = (await query(page(''))).body.data.repositoryOwner;
    expect(first.repositories).toEqual({
      nodes: [{ name: 'a' }, { name: 'b' }],
      pageInfo: { hasNextPage: true, endCursor: '2' },
    });
    const second = (await query(page(', after: "2"'))).body.data;
    expect(second.repositoryOwner.repositories).toEqual({
      nodes: [{ name: 'c' }],
      pageInfo: { hasNextPage: false, endCursor: '3' },
    });
  });

  it('refuses what GitHub would refuse', async () => {
    const { body } = await query('{ organization(login: "acme") { plan } }');
    expect(body.errors[0].message).toContain('Cannot query field "plan"');
    expect((await query(page(''), 'bad')).status).toBe(401);
  });

  it('gives file contents, and 304 for those that are known', async () => {
    const read = (headers: Record<string, string> = {}) =>
      fetch(`${github.apiUrl}/repos/acme/a/contents/docs/x.md?ref=main`, {
        headers: { authorization: 'token good', ...headers },
      });
    const first = await read();
    expect(await first.text()).toBe('# x');
    const etag = first.headers.get('etag') ?? '';
    expect((await read({ 'if-none-match': etag })).status).toBe(304);
  });

  it('breaks as often as it is told to', async () => {
    github.fail({ on: /graphql/, status: 502, times: 1 });
    expect((await query(page(''))).status).toBe(502);
    expect((await query(page(''))).status).toBe(200);
  });
});
