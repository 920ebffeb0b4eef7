import { explainRefusal } from './explainRefusal';

const NOW = new Date('2026-05-20T12:00:00Z');
const seconds = NOW.getTime() / 1000;
const good = {
  iss: 'https://ci.example.com',
  aud: 'waymark',
  sub: 'repo:acme/orders',
  exp: seconds + 60,
};
const entries = [
  { issuers: ['https://other.example.com'], audiences: [] },
  { issuers: ['https://ci.example.com'], audiences: ['waymark', 'portal'] },
];
const encode = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const explain = (claims: unknown, given = entries) =>
  explainRefusal(`${encode({})}.${encode(claims)}.c2ln`, given, NOW);

describe('explainRefusal', () => {
  it.each([
    [{ iss: 'https://evil.example' }, "from the issuer 'https://evil.example'"],
    [{ iss: undefined }, "from the issuer ''"],
    [{ aud: 'else' }, "for the audience 'else'"],
    [{ aud: ['a', 'b'] }, "for the audience 'a,b'"],
    [{ aud: undefined }, "for the audience ''"],
    [{ exp: seconds }, 'expired at 2026-05-20T12:00:00.000Z; get a new one'],
    [{ exp: -1e300 }, 'expired at -1e+300'],
    [{ nbf: seconds + 5 }, 'valid only from 2026-05-20T12:00:05.000Z on'],
    [{ sub: '' }, 'has no subject (sub)'],
    [{}, 'the signature of the token fits no key'],
    [{ aud: ['x', 'portal'] }, 'the signature of the token fits no key'],
  ])('of %j says: %s', (wrong, reason) => {
    const text = explain({ ...good, ...wrong });
    expect(text).toContain(reason);
    expect(text).toMatch(/^authorization: /);
  });

  it('takes an entry that names neither issuer nor audience for any', () => {
    const any = [{ issuers: [], audiences: [] }];
    expect(explain({ ...good, exp: 0 }, any)).toContain('expired');
    expect(explain(good, [])).toContain('which no entry of type jwks');
  });

  it.each(['secret', 'a.b.c', `a.${encode(null)}.c`, 'a..c', '.'])(
    'says of %s, which is no such token, where one would be known',
    token => {
      expect(explainRefusal(token, entries, NOW)).toContain(
        'none that this portal knows',
      );
    },
  );

  it('repeats only the beginning of what a stranger wrote', () => {
    expect(explain({ ...good, iss: 'x'.repeat(9_000) }).length).toBeLessThan(
      500,
    );
  });
});
