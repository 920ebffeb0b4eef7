import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import type { IngestRequest } from '@waymark/plugin-dora-node';

/** Takes the same time wherever two texts differ, and whatever their lengths. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

export function hmacSha256(
  key: string | Buffer,
  bytes: Buffer,
  encoding: 'hex' | 'base64',
): string {
  return createHmac('sha256', key).update(bytes).digest(encoding);
}

/**
 * Whether one of the presented signatures is what one of the secrets makes of
 * the request. There are several secrets while one is being replaced; all are
 * tried, so that the time tells nothing.
 */
export function isSignedBy(
  presented: readonly string[],
  secrets: readonly string[],
  signatureOf: (secret: string) => string,
): boolean {
  let found = false;
  for (const secret of secrets) {
    if (secret === '') continue;
    const expected = signatureOf(secret);
    for (const signature of presented) {
      if (isSameSecret(signature, expected)) found = true;
    }
  }
  return found;
}

/** @throws AuthenticationError that names what has to be set */
export function requireSignature(isValid: boolean, remedy: string): void {
  if (!isValid) throw new AuthenticationError(remedy);
}

/**
 * For tools that cannot sign: a bearer token, or the password of basic
 * authentication, whoever the user is.
 */
export function verifyBearer(
  { headers }: IngestRequest,
  secrets: readonly string[],
): void {
  const presented = credentialOf(headers.authorization ?? '');
  requireSignature(
    isSignedBy(presented, secrets, secret => secret),
    'authorization: is missing, or none of the secrets of this source; send one as a bearer token, or as password of basic authentication',
  );
}

export function credentialOf(authorization: string): string[] {
  const [, scheme = '', value = ''] =
    /^(bearer|basic) +(\S+) *$/i.exec(authorization) ?? [];
  if (scheme === '') return [];
  if (scheme.toLowerCase() === 'bearer') return [value];
  const userAndPassword = Buffer.from(value, 'base64').toString('utf8');
  const colon = userAndPassword.indexOf(':');
  return colon < 0 ? [] : [userAndPassword.slice(colon + 1)];
}

/** Refuses what is older, or further ahead, than clocks and networks explain: it may be a copy. */
const REPLAY_WINDOW_SECONDS = 300;

/**
 * A source has no clock of its own when events are observed; this runs only
 * while the sender waits.
 *
 * @param timestamp - seconds since 1970, as a header has it
 */
export function isRecent(timestamp: string, now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  const age = now.getTime() / 1000 - Number(timestamp);
  return Math.abs(age) <= REPLAY_WINDOW_SECONDS;
}
