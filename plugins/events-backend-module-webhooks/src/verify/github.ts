import { createHmac } from 'node:crypto';
import { Verify } from '../types';
import { header } from './header';
import { safeEqual } from './safeEqual';

/**
 * GitHub signs the bytes of the body: `sha256=` and the HMAC in hexadecimal.
 *
 * Each secret is tried. The upstream validator asks GitHub which App an
 * installation belongs to, for requests that nobody has verified yet.
 *
 * @see https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function verifyGithub(secrets: readonly string[]): Verify {
  return request => {
    const signature = header(request, 'x-hub-signature-256');
    return (
      signature !== undefined &&
      secrets.some(secret => {
        const hmac = createHmac('sha256', secret).update(request.raw.body);
        return safeEqual(signature, `sha256=${hmac.digest('hex')}`);
      })
    );
  };
}
