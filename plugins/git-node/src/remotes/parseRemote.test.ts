import { parseRemote } from './parseRemote';

describe('parseRemote', () => {
  it.each([
    ['/srv/git/a.git', { kind: 'local', path: '/srv/git/a.git' }],
    ['file:///srv/git/a%20b.git', { kind: 'local', path: '/srv/git/a b.git' }],
    ['https://git.example.com/a/b.git', { kind: 'http', plain: false }],
    ['http://localhost:3000/a/b.git', { kind: 'http', plain: true }],
    ['ssh://git@git.example.com/a/b', { kind: 'ssh', host: 'git.example.com' }],
    ['git@git.example.com:a/b.git', { kind: 'ssh', host: 'git.example.com' }],
  ])('accepts %s', (address, expected) => {
    expect(parseRemote(address)).toMatchObject(expected);
  });

  it('takes credentials out of the address', () => {
    expect(parseRemote('https://me:p%40ss@git.example.com/a/b.git')).toEqual({
      kind: 'http',
      url: 'https://git.example.com/a/b.git',
      host: 'git.example.com',
      plain: false,
      userInfo: { username: 'me', password: 'p@ss' },
    });
  });

  it.each([
    'ext::sh -c touch% /tmp/pwned',
    'fd::17',
    'git://git.example.com/a/b',
    'ftp://git.example.com/a/b',
    'http://git.example.com/a/b.git',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1.evil.example/a/b',
    '--upload-pack=touch /tmp/pwned',
    '-oProxyCommand=touch /tmp/pwned',
    'ssh://-oProxyCommand=touch/a/b',
    'git@-oProxyCommand=x:a/b',
    'relative/path',
    '../up',
    'https://git.example.com/a b',
    'https://git.example.com/a\n/b',
    '',
  ])('refuses %j', address => {
    expect(() => parseRemote(address)).toThrow(/Not a Git address|Plain http/);
  });
});
