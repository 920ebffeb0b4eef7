import { gitEnvironment } from './environment';
import { redact } from './redact';
import { assertRef, assertTreePath } from './safety';

describe('assertRef', () => {
  it.each(['main', 'release/1.2', 'v1.0.0', 'HEAD', 'größe', 'a'.repeat(40)])(
    'accepts %s',
    ref => expect(assertRef(ref)).toBe(ref),
  );

  it.each([
    '-x',
    '--output=/etc/passwd',
    'main..next',
    'main@{1}',
    'main^',
    'main~3',
    'main:path',
    'a b',
    'a\nb',
    'a*',
    'a?',
    'a[',
    '/a',
    'a/',
    'a//b',
    'a/.b',
    'a.lock',
    'a\\b',
    '',
    'x'.repeat(300),
  ])('refuses %j', ref => {
    expect(() => assertRef(ref)).toThrow('Not a valid Git ref');
  });
});

describe('assertTreePath', () => {
  it('trims slashes at the ends', () => {
    expect(assertTreePath('/docs/a.md/')).toBe('docs/a.md');
    expect(assertTreePath('/')).toBe('');
  });

  it.each(['../x', 'a/../b', './a', 'a//b', 'a\0b', 'a\nb', 'a\\..\\b'])(
    'refuses %j',
    path => {
      expect(() => assertTreePath(path)).toThrow(
        'Not a path inside a repository',
      );
    },
  );
});

describe('gitEnvironment', () => {
  it('passes on what git needs and nothing else', () => {
    const env = gitEnvironment({
      parent: {
        NODE_ENV: 'test',
        PATH: '/bin',
        SECRET: 'x',
        GIT_DIR: '/elsewhere',
        GIT_SSH_COMMAND: 'evil',
      },
      config: [['http.https://h/.extraHeader', 'Authorization: t']],
    });
    expect(env).toMatchObject({
      PATH: '/bin',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_ALLOW_PROTOCOL: 'https:ssh:file',
    });
    expect(env.SECRET).toBeUndefined();
    expect(env.GIT_DIR).toBeUndefined();
    expect(env.GIT_SSH_COMMAND).toContain('BatchMode');
    const last = Number(env.GIT_CONFIG_COUNT) - 1;
    expect(env[`GIT_CONFIG_KEY_${last}`]).toBe('http.https://h/.extraHeader');
  });
});

describe('redact', () => {
  it('removes user info, headers and tokens', () => {
    const text = redact(
      "fatal: unable to access 'https://me:hush@h/a?private_token=abc&x=1': Authorization: Basic Zm9v",
    );
    expect(text).toBe(
      "fatal: unable to access 'https://h/a?private_token=***&x=1': Authorization: Basic ***",
    );
  });
});
