import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { AuthenticationError, NotFoundError } from '@backstage/errors';
import type { TokenStore } from '../database/TokenStore';

/** Scanners of secrets, and people, see by it what a token is for. */
export const TOKEN_PREFIX = 'wmk_';
const SECRET_BYTES = 32;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export interface Token {
  id: string;
  name: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

/** Access tokens that people give Git clients for a password. Only hashes are kept. */
export class TokenService {
  readonly #store: TokenStore;
  readonly #now: () => Date;

  constructor(options: { store: TokenStore; now: () => Date }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  list(userRef: string): Promise<Token[]> {
    return this.#store.list(userRef);
  }

  /** The secret is returned this once. */
  async create(options: {
    userRef: string;
    name: string;
    expiresInDays: number;
  }): Promise<Token & { token: string }> {
    const { userRef, name, expiresInDays } = options;
    const secret =
      TOKEN_PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
    const createdAt = this.#now();
    const token: Token = {
      id: randomUUID(),
      name,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + expiresInDays * DAY_MS),
      lastUsedAt: null,
    };
    await this.#store.insert({ ...token, userRef, hash: hashOf(secret) });
    return { ...token, token: secret };
  }

  /** @throws NotFoundError when the person has no such token */
  async revoke(options: { userRef: string; id: string }): Promise<void> {
    if (!(await this.#store.remove(options))) {
      throw new NotFoundError(`You have no token ${options.id}`);
    }
  }

  /** @throws AuthenticationError when the token is unknown, revoked or too old */
  async ownerOf(secret: string): Promise<string> {
    const now = this.#now();
    const found = await this.#store.find(hashOf(secret));
    if (!found) {
      throw new AuthenticationError(
        'The access token is unknown or was revoked; make one in Settings, Git access',
      );
    }
    if (found.expiresAt <= now) {
      throw new AuthenticationError(
        `The access token '${found.name}' expired on ${found.expiresAt
          .toISOString()
          .slice(0, 10)}; make one in Settings, Git access`,
      );
    }
    const { lastUsedAt } = found;
    if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() >= HOUR_MS) {
      await this.#store.used({ id: found.id, at: now });
    }
    return found.userRef;
  }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
