import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** What all replicas on one database agree on; the number itself means nothing. */
const LOCK = 'waymark.start';
/** A start with migrations of a large database takes this long at most; then the next goes on. */
const WAIT_LIMIT = '10min';

/**
 * Waits until no other replica on this database is starting, and returns a
 * function that lets the next one start.
 *
 * The turn is a transaction-level advisory lock, so it also holds through a
 * pooler that works by transaction, and Postgres ends it with the connection
 * of a replica that dies. Keep-alives are set so that it notices a replica
 * whose machine has gone.
 *
 * @throws the database's error when it is not there, and after 10 minutes.
 */
export async function takeStartTurn(options: {
  knex: Knex;
  logger: LoggerService;
}): Promise<() => Promise<void>> {
  const { knex, logger } = options;
  const turn = await knex.transaction();
  try {
    await turn.raw(
      `SELECT set_config(name, value, true) FROM (VALUES
        ('statement_timeout', '0'),
        ('idle_in_transaction_session_timeout', '0'),
        ('tcp_keepalives_idle', '10'),
        ('tcp_keepalives_interval', '5'),
        ('tcp_keepalives_count', '3'),
        ('lock_timeout', ?)
      ) AS setting (name, value)`,
      [WAIT_LIMIT],
    );
    const { rows } = await turn.raw<{ rows: { taken: boolean }[] }>(
      'SELECT pg_try_advisory_xact_lock(hashtext(?)) AS taken',
      [LOCK],
    );
    if (!rows[0].taken) {
      logger.info('Another replica is starting; waiting for it');
      await turn.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [LOCK]);
    }
  } catch (error) {
    await turn.rollback();
    throw error;
  }
  return async () => {
    if (turn.isCompleted()) return;
    // Without its connection there is no turn to end.
    await turn.rollback().catch(() => undefined);
  };
}
