import { createSign, generateKeyPairSync, KeyObject } from 'node:crypto';

const encode = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs tokens (RS256) and shows its public half as a JSON web key. */
export class SigningKey {
  readonly #privateKey: KeyObject;
  readonly publicJwk: object;

  constructor() {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#privateKey = keys.privateKey;
    this.publicJwk = {
      ...keys.publicKey.export({ format: 'jwk' }),
      kid: 'test',
      alg: 'RS256',
      use: 'sig',
    };
  }

  sign(claims: object): string {
    const content = `${encode({ alg: 'RS256', kid: 'test' })}.${encode(
      claims,
    )}`;
    return `${content}.${createSign('RSA-SHA256')
      .update(content)
      .sign(this.#privateKey, 'base64url')}`;
  }
}
