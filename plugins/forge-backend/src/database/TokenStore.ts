import type { Knex } from 'knex';
import type { Token } from '../tokens/TokenService';

export type StoredToken = Token & { userRef: string };

/** Access tokens in the database. */
export class TokenStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Newest first. */
  async list(userRef: string): Promise<Token[]> {
    const rows = await this.#knex<Row>('token')
      .where({ user_ref: userRef })
      .orderBy('created_at', 'desc');
    return rows.map(toToken);
  }

  async find(hash: Buffer): Promise<StoredToken | undefined> {
    const row = await this.#knex<Row>('token').where({ hash }).first();
    return row && toToken(row);
  }

  async insert(token: StoredToken & { hash: Buffer }): Promise<void> {
    await this.#knex<Row>('token').insert({
      token_id: token.id,
      hash: token.hash,
      user_ref: token.userRef,
      name: token.name,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      last_used_at: token.lastUsedAt,
    });
  }

  async used(options: { id: string; at: Date }): Promise<void> {
    await this.#knex<Row>('token')
      .where({ token_id: options.id })
      .update({ last_used_at: options.at });
  }

  /** Whether there was one. */
  async remove(options: { userRef: string; id: string }): Promise<boolean> {
    const count = await this.#knex<Row>('token')
      .where({ user_ref: options.userRef, token_id: options.id })
      .delete();
    return count > 0;
  }
}

interface Row {
  token_id: string;
  hash: Buffer;
  user_ref: string;
  name: string;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
}

function toToken(row: Row): StoredToken {
  return {
    id: row.token_id,
    name: row.name,
    userRef: row.user_ref,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}
