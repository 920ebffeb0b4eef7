import type { Request } from 'express';
import type { AuthService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { TOKEN_PREFIX, type TokenService } from '../tokens/TokenService';
import type { GitPrincipal } from './GitPrincipal';

const SCHEME = /^(basic|bearer|token)\s+(\S+)$/i;

/**
 * Finds out whom a Git client speaks for. Git sends a name and a password; the
 * password is an access token of a person, or a token of the portal, and the
 * name does not matter.
 */
export class GitAuthenticator {
  readonly #auth: Pick<AuthService, 'authenticate' | 'isPrincipal'>;
  readonly #tokens: Pick<TokenService, 'ownerOf'>;

  constructor(options: {
    auth: Pick<AuthService, 'authenticate' | 'isPrincipal'>;
    tokens: Pick<TokenService, 'ownerOf'>;
  }) {
    this.#auth = options.auth;
    this.#tokens = options.tokens;
  }

  /** @throws AuthenticationError when there is a token, but not a good one */
  async authenticate(req: Request): Promise<GitPrincipal> {
    const header = req.header('authorization');
    if (header === undefined) {
      return { type: 'nobody' };
    }
    const token = tokenIn(header);
    if (token.startsWith(TOKEN_PREFIX)) {
      return { type: 'token', userRef: await this.#tokens.ownerOf(token) };
    }
    const credentials = await this.#auth.authenticate(token);
    if (
      this.#auth.isPrincipal(credentials, 'user') ||
      this.#auth.isPrincipal(credentials, 'service')
    ) {
      return { type: 'portal', credentials };
    }
    throw new AuthenticationError('The token belongs to nobody');
  }
}

function tokenIn(header: string): string {
  const [, scheme, value] = SCHEME.exec(header) ?? [];
  if (!value) {
    throw new AuthenticationError(
      'Authorization: a name and an access token for its password, or a bearer token',
    );
  }
  if (scheme.toLowerCase() !== 'basic') {
    return value;
  }
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}
