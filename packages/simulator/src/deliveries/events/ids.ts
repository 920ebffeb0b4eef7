import { createHash } from 'node:crypto';

const hex = (algorithm: 'sha1' | 'sha256', key: string) =>
  createHash(algorithm).update(key).digest('hex');

/** The same for the same key on every machine; looks like a random UUID. */
export function stableUuid(key: string) {
  const digits = hex('sha1', key);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

/** An object id for a commit that exists in no repository. */
export const madeUpSha = (key: string) => hex('sha1', `commit ${key}`);

export const digestOf = (key: string) => hex('sha256', key);
