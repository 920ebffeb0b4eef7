import pg from 'pg';

export interface Queryable {
  query<Row extends object>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
}

export interface Database extends Queryable {
  /** Commits when `work` resolves, rolls back when it rejects. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface PostgresOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly applicationName: string;
  /** An idle connection was lost; the pool opens another one when it needs it. */
  readonly onLost: (error: Error) => void;
}

export function openPostgres(options: PostgresOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    application_name: options.applicationName,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
  });
  pool.on('error', options.onLost);
  return {
    query: (text, values) => rowsOf(pool, text, values),
    transaction: work => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let isOpen = true;
  let broken: Error | undefined;
  const tx: Queryable = {
    // Work that was given up on may still run: its queries must not reach whoever has the connection next.
    query: (text, values) =>
      isOpen
        ? rowsOf(client, text, values)
        : Promise.reject(new Error('The transaction is over.')),
  };
  try {
    await client.query('BEGIN');
    const result = await work(tx);
    isOpen = false;
    await client.query('COMMIT');
    return result;
  } catch (error) {
    isOpen = false;
    await client.query('ROLLBACK').catch((reason: unknown) => {
      broken = reason instanceof Error ? reason : new Error(String(reason));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function rowsOf<Row extends object>(
  on: pg.Pool | pg.PoolClient,
  text: string,
  values?: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await on.query<Row>(text, values ? [...values] : undefined);
  return rows;
}
