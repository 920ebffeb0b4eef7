import type { JwksEntry } from './jwksEntries';

interface Claims {
  iss?: unknown;
  aud?: unknown;
  exp?: unknown;
  nbf?: unknown;
  sub?: unknown;
}

const MAX_SHOWN = 200;
const ENTRIES = 'backend.auth.externalAccess';

const shown = (value: unknown) =>
  `'${String(value ?? '').slice(0, MAX_SHOWN)}'`;

/** A claim may hold a number that is no date. */
function instant(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
}

/**
 * Why a token was refused, from what it says itself. It is not believed: this
 * runs after the refusal, and tells the sender nothing about the portal that
 * sending tokens would not.
 */
export function explainRefusal(
  token: string,
  entries: readonly JwksEntry[],
  now: Date,
): string {
  const claims = claimsOf(token);
  return `authorization: ${
    claims
      ? explainClaims(claims, entries, now)
      : `the bearer token is none that this portal knows; send that of a signed-in person, or one of ${ENTRIES}`
  }`;
}

function explainClaims(
  { iss, aud, exp, nbf, sub }: Claims,
  entries: readonly JwksEntry[],
  now: Date,
): string {
  const ofIssuer = entries.filter(
    ({ issuers }) => issuers.length === 0 || issuers.includes(String(iss)),
  );
  if (ofIssuer.length === 0) {
    return `the token is from the issuer ${shown(
      iss,
    )}, which no entry of type jwks in ${ENTRIES} names; add it there, or send a token of an issuer that is`;
  }
  const audiences = [aud ?? []].flat().map(String);
  const fits = ofIssuer.some(
    entry =>
      entry.audiences.length === 0 ||
      entry.audiences.some(each => audiences.includes(each)),
  );
  if (!fits) {
    return `the token is for the audience ${shown(
      aud,
    )}, which is not that of the entry of its issuer in ${ENTRIES}; let the job ask for that one`;
  }
  if (typeof exp === 'number' && exp * 1000 <= now.getTime()) {
    return `the token expired at ${instant(
      exp,
    )}; get a new one in the step that sends it`;
  }
  if (typeof nbf === 'number' && nbf * 1000 > now.getTime()) {
    return `the token is valid only from ${instant(
      nbf,
    )} on; compare the clocks of its issuer and of the portal`;
  }
  if (!sub) {
    return 'the token has no subject (sub), so nobody could tell who sent it';
  }
  return `the signature of the token fits no key of its issuer; compare options.url of the entry in ${ENTRIES}, and whether the portal can reach it`;
}

function claimsOf(token: string): Claims | undefined {
  const [, payload, signature] = token.split('.');
  if (!payload || !signature) return undefined;
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(payload, 'base64url').toString('utf8'),
    );
    return typeof claims === 'object' && claims !== null ? claims : undefined;
  } catch {
    return undefined;
  }
}
