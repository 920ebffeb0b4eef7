import { createHmac } from 'node:crypto';

const MIN_KEY_BYTES = 16;
const PSEUDONYM = /^person-[\w-]{22}$/;
const BOT = /\[bot\]$/i;

/** The pseudonym of a name; the same name has the same one. */
export type Pseudonymise = (name: string) => string;

/**
 * Pseudonyms as HMAC-SHA256 of a name under a key: without the key nobody can
 * tell whose it is, nor find out by trying names. Spelling by case and
 * surrounding blanks does not make another person.
 *
 * A pseudonym stays as it is, so applying it twice is safe; so does the name of
 * a bot (`dependabot[bot]`), which is nobody's.
 *
 * @param options.purpose - names of one purpose cannot be matched with those of
 * another
 * @throws Error for a key of fewer than 16 bytes
 */
export function createPseudonymiser(options: {
  key: string;
  purpose: string;
}): Pseudonymise {
  const { key, purpose } = options;
  if (Buffer.byteLength(key) < MIN_KEY_BYTES) {
    throw new Error(
      `The key of pseudonyms has fewer than ${MIN_KEY_BYTES} bytes; make a random one`,
    );
  }
  return name => {
    if (PSEUDONYM.test(name) || BOT.test(name)) {
      return name;
    }
    const digest = createHmac('sha256', key)
      .update(`${purpose}\0${name.trim().toLowerCase()}`)
      .digest('base64url');
    return `person-${digest.slice(0, 22)}`;
  };
}
