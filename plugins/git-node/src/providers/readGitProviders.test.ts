import { ConfigReader } from '@backstage/config';
import { readGitProviders } from './readGitProviders';

const read = (git: object, rest: object = {}) =>
  readGitProviders(
    new ConfigReader({
      app: { baseUrl: 'http://localhost:7007' },
      catalog: { providers: { git } },
      ...rest,
    } as never),
  );

describe('readGitProviders', () => {
  it('is empty without configuration', () => {
    expect(readGitProviders(new ConfigReader({}))).toEqual([]);
  });

  it('fills in defaults', () => {
    expect(read({ example: { root: '/srv/git' } })).toEqual([
      {
        id: 'example',
        root: '/srv/git',
        urls: [],
        include: [],
        exclude: [],
        baseUrl: 'http://localhost:7007/git',
        entityFilename: 'catalog-info.yaml',
        schedule: {
          frequency: { minutes: 5 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 3 },
        },
        source: 'services',
        allow: {
          kinds: ['Component', 'API', 'Resource', 'System', 'Domain'],
          namespaces: ['default'],
        },
        concurrency: 4,
        repositoryTimeoutMs: 300_000,
        limits: {
          fileBytes: 1048576,
          documentsPerFile: 1000,
          filesPerRepository: 2000,
          totalBytes: 33554432,
          entitiesPerRepository: 10000,
        },
      },
    ]);
  });

  it('derives the web address of a remote', () => {
    const [https, ssh] = read({
      a: { url: 'https://git.example.com/acme/orders.git' },
      b: { url: 'git@git.example.org:acme/orders.git' },
    });
    expect(https.baseUrl).toBe('https://git.example.com');
    expect(ssh.baseUrl).toBe('https://git.example.org');
    expect(ssh.host).toBeUndefined();
    const [github] = read({ a: { url: 'https://github.com/acme/orders' } });
    expect(github.host).toBe('github');
  });

  it('grants users and templates to named sources only', () => {
    const [people, templates] = read({
      people: { root: '/a', source: 'organisation' },
      templates: { root: '/b', source: 'templates' },
    });
    expect(people.allow.kinds).toEqual(
      expect.arrayContaining(['User', 'Group']),
    );
    expect(people.allow.kinds).not.toContain('Template');
    expect(templates.allow.kinds).toContain('Template');
  });

  it.each([
    [
      {
        a: { root: '/a', source: 'organisation' },
        b: { root: '/b', source: 'organisation' },
      },
      "catalog.providers.git: only one provider may have 'source: organisation', but a and b do",
    ],
    [
      { a: { root: '/a', allow: { kinds: ['Component', 'uSer'] } } },
      'catalog.providers.git.a.allow.kinds.1: User and Group come only from',
    ],
    [{ a: {} }, 'catalog.providers.git.a: needs exactly one of'],
    [{ a: { root: '/a', url: '/b/c' } }, 'needs exactly one of'],
    [
      { a: { root: '/a', colour: 'red' } },
      'catalog.providers.git.a: Unrecognized key',
    ],
    [
      { a: { root: '/a', concurrency: 0 } },
      'catalog.providers.git.a.concurrency',
    ],
    [
      { a: { url: 'ext::sh -c id' } },
      'catalog.providers.git.a: Not a Git address',
    ],
    [
      { a: { root: '/a', branch: '-x' } },
      'catalog.providers.git.a: Not a valid Git ref',
    ],
    [
      { a: { url: 'file:///checkout' } },
      "does not tell <owner>/<repo>; set 'repository'",
    ],
    [{ 'a:b': { root: '/a' } }, 'the id may have letters'],
    [
      { a: { root: '/a', baseUrl: 'ftp://git.example.com' } },
      'catalog.providers.git.a.baseUrl: must be',
    ],
  ])('refuses %j', (git, message) => {
    expect(() => read(git)).toThrow(message);
  });
});
