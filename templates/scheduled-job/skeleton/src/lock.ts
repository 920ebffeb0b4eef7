import { Client } from 'pg';
import { RunError } from './exitCodes.ts';
import { SERVICE } from './service.ts';

export interface Lock {
  /** Aborts when the lock is lost: from then on another run may start. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/**
 * Takes the lock that keeps two runs apart, or refuses at once when another run has it.
 *
 * It is an advisory lock of a database session, on a connection that does nothing else: it ends with
 * the process, however that ends, so no lock is ever left behind. Keep-alives make the server notice
 * within half a minute that a machine is gone. It needs a session: not a pooler in transaction mode.
 */
export async function acquireLock(connectionString: string): Promise<Lock> {
  const client = new Client({
    connectionString,
    application_name: `${SERVICE} lock`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    options:
      '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
  });
  const lost = new AbortController();
  client.on('error', error => {
    lost.abort(new RunError('failed', 'the lock was lost', error));
  });
  if (!(await tryLock(client))) {
    await client.end();
    throw new RunError('overlap', 'another run is still going on');
  }
  return { lost: lost.signal, release: () => client.end() };
}

async function tryLock(client: Client): Promise<boolean> {
  try {
    await client.connect();
    const { rows } = await client.query<{ acquired: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS acquired',
      [SERVICE],
    );
    return rows[0]?.acquired ?? false;
  } catch (error) {
    throw new RunError('unavailable', 'the database cannot be used', error);
  }
}
