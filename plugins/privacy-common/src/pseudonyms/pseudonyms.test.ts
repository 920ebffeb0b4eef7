import { createPseudonymiser } from './createPseudonymiser';
import { pseudonymiseFields } from './pseudonymiseFields';

const key = 'a-key-that-is-long-enough';
const pseudonym = createPseudonymiser({ key, purpose: 'dora' });

describe('createPseudonymiser', () => {
  it('gives the same person the same pseudonym, which does not hold the name', () => {
    expect(pseudonym('Jane.Doe@example.com ')).toBe(
      pseudonym('jane.doe@example.com'),
    );
    expect(pseudonym('jane')).toMatch(/^person-[\w-]{22}$/);
    expect(pseudonym('jane')).not.toBe(pseudonym('john'));
  });

  it('is HMAC-SHA256, so that another program can compute it', () => {
    // printf 'dora\0jane' | openssl dgst -sha256 -hmac a-key-that-is-long-enough -binary | basenc --base64url
    expect(pseudonym('jane')).toBe('person-EX4DLbt2eif5kSMsUb5mSD');
  });

  it('depends on key and purpose', () => {
    const others = [
      createPseudonymiser({ key: `${key}!`, purpose: 'dora' }),
      createPseudonymiser({ key, purpose: 'devex' }),
    ];
    others.forEach(other => expect(other('jane')).not.toBe(pseudonym('jane')));
  });

  it('leaves pseudonyms and bots as they are', () => {
    expect(pseudonym(pseudonym('jane'))).toBe(pseudonym('jane'));
    expect(pseudonym('dependabot[bot]')).toBe('dependabot[bot]');
  });

  it('refuses a key that can be guessed', () => {
    expect(() => createPseudonymiser({ key: 'short', purpose: 'x' })).toThrow(
      'fewer than 16 bytes',
    );
  });
});

describe('pseudonymiseFields', () => {
  const replace = (value: unknown, ...paths: string[]) =>
    pseudonymiseFields(value, paths, name => `<${name}>`);

  it('replaces texts at paths, in lists and under any key', () => {
    expect(
      replace(
        {
          sender: { login: 'jane', id: 7 },
          commits: [{ author: { email: 'a@b' } }, { author: null }, 3],
          reviewers: { first: { name: 'x' }, second: { name: 'y' } },
        },
        'sender.login',
        'commits[].author.email',
        'reviewers.*.name',
      ),
    ).toEqual({
      sender: { login: '<jane>', id: 7 },
      commits: [{ author: { email: '<a@b>' } }, { author: null }, 3],
      reviewers: { first: { name: '<x>' }, second: { name: '<y>' } },
    });
  });

  it('leaves alone what is not there, not text, or of another shape', () => {
    const value = { sender: { login: 7 }, list: { a: 1 }, empty: '' };
    expect(
      replace(
        value,
        'sender.login',
        'list[].a',
        'empty',
        'sender.login.x',
        'no.such',
      ),
    ).toEqual(value);
    expect(replace(null, 'a.b')).toBeNull();
    expect(replace(['a'], '[]')).toEqual(['<a>']);
  });

  it('is not misled by keys of the prototype', () => {
    const value = JSON.parse('{"__proto__": {"login": "jane"}}');
    expect(JSON.stringify(replace(value, '__proto__.login'))).toBe(
      '{"__proto__":{"login":"<jane>"}}',
    );
  });
});
