import { createHmac } from 'node:crypto';
import type { RequestDetails } from '@backstage/plugin-events-node';
import { Verify } from '../types';
import { header } from './header';
import { safeEqual } from './safeEqual';

/** Older or younger than this, a signed request is a replay or a wrong clock. */
const TOLERANCE_S = 300;

/**
 * GitLab sends a secret token as it is, and newer versions can sign the body
 * instead, by the Standard Webhooks specification: HMAC-SHA256 of
 * `<webhook-id>.<webhook-timestamp>.<body>` as `v1,<base64>`. With a signing
 * token configured only signed requests are accepted.
 *
 * @see https://www.standardwebhooks.com
 */
export function verifyGitlab(options: {
  token?: string;
  signingToken?: string;
  now: () => Date;
}): Verify {
  const { token, signingToken, now } = options;
  if (signingToken !== undefined) {
    const key = toKey(signingToken);
    return request => isSigned(request, key, now());
  }
  return request => {
    const given = header(request, 'x-gitlab-token');
    return (
      given !== undefined && token !== undefined && safeEqual(given, token)
    );
  };
}

/** `whsec_` announces that the rest is base64. */
function toKey(signingToken: string): Buffer {
  const [, encoded] = /^whsec_(.+)$/.exec(signingToken) ?? [];
  return encoded
    ? Buffer.from(encoded, 'base64')
    : Buffer.from(signingToken, 'utf8');
}

function isSigned(request: RequestDetails, key: Buffer, now: Date): boolean {
  const id = header(request, 'webhook-id');
  const timestamp = header(request, 'webhook-timestamp');
  const signatures = header(request, 'webhook-signature');
  if (!id || !timestamp || !signatures || !/^\d+$/.test(timestamp)) {
    return false;
  }
  const age = now.getTime() / 1000 - Number(timestamp);
  const expected = createHmac('sha256', key)
    .update(`${id}.${timestamp}.`)
    .update(request.raw.body)
    .digest('base64');
  // Several, separated by spaces, while a token is being replaced.
  return (
    Math.abs(age) <= TOLERANCE_S &&
    signatures.split(' ').some(given => safeEqual(given, `v1,${expected}`))
  );
}
