import { createHash, randomUUID } from 'node:crypto';
import { Grant } from './types';

/** Codes and tokens that were given out; a code is worth something once. */
export class Grants {
  readonly #codes = new Map<string, Grant>();
  readonly #accessTokens = new Map<string, Grant>();
  readonly #refreshTokens = new Map<string, Grant>();

  createCode(grant: Grant): string {
    const code = randomUUID();
    this.#codes.set(code, grant);
    return code;
  }

  /** Undefined when the code is unknown, used, or was given to somebody else. */
  redeemCode(request: URLSearchParams): Grant | undefined {
    const code = request.get('code') ?? '';
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash('sha256')
      .update(request.get('code_verifier') ?? '')
      .digest('base64url');
    return grant?.redirectUri === request.get('redirect_uri') &&
      (!grant.codeChallenge || grant.codeChallenge === challenge)
      ? grant
      : undefined;
  }

  redeemRefreshToken(request: URLSearchParams): Grant | undefined {
    const token = request.get('refresh_token') ?? '';
    const grant = this.#refreshTokens.get(token);
    this.#refreshTokens.delete(token);
    return grant;
  }

  createTokens(grant: Grant): { accessToken: string; refreshToken: string } {
    const tokens = {
      accessToken: `access-${randomUUID()}`,
      refreshToken: `refresh-${randomUUID()}`,
    };
    this.#accessTokens.set(tokens.accessToken, grant);
    this.#refreshTokens.set(tokens.refreshToken, grant);
    return tokens;
  }

  byAccessToken(token: string): Grant | undefined {
    return this.#accessTokens.get(token);
  }

  revokeAll(): void {
    this.#codes.clear();
    this.#accessTokens.clear();
    this.#refreshTokens.clear();
  }
}
