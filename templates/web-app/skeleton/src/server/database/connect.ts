import { Pool, type PoolConfig } from 'pg';
import { product } from '../product.ts';

const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 10_000;

export interface Database {
  url: string;
  connections: number;
  /** More for the server, such as a search path. */
  options?: string;
}

/** A pool in which nothing waits for ever: neither for a connection nor for an answer. */
export function connect({ url, connections, options }: Database): Pool {
  const settings: PoolConfig = {
    connectionString: url,
    max: connections,
    application_name: product.name,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  };
  return new Pool(options ? { ...settings, options } : settings);
}
