import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * What all replicas on one database agree on. Without bindings, because the
 * protocol for statements with bindings keeps their snapshot for as long as the
 * connection is idle.
 */
const TRY_LOCK =
  "SELECT pg_try_advisory_xact_lock(hashtext('waymark.start')) AS taken";
const ASK_EVERY_MS = 500;
/** A start with migrations of a large database takes this long at most; then the next goes on. */
const WAIT_LIMIT_MS = 10 * 60 * 1000;

/**
 * Waits until no other replica on this database is starting, and returns a
 * function that lets the next one start.
 *
 * The turn is a transaction-level advisory lock, so it also holds through a
 * pooler that works by transaction, and Postgres ends it with the connection
 * of a replica that dies. Keep-alives are set so that it notices a replica
 * whose machine has gone.
 *
 * Who waits asks again and again instead of waiting inside Postgres: a
 * statement that runs has a snapshot, and `CREATE INDEX CONCURRENTLY` in the
 * other's migrations would wait for it to end. The transaction of who has the
 * turn is idle and has none.
 *
 * @throws the database's error when it is not there; Error after 10 minutes.
 */
export async function takeStartTurn(options: {
  knex: Knex;
  logger: LoggerService;
}): Promise<() => Promise<void>> {
  const { knex, logger } = options;
  for (let waited = 0; waited < WAIT_LIMIT_MS; waited += ASK_EVERY_MS) {
    const turn = await tryTurn(knex);
    if (turn) {
      return async () => {
        if (turn.isCompleted()) return;
        // Without its connection there is no turn to end.
        await turn.rollback().catch(() => undefined);
      };
    }
    if (waited === 0) {
      logger.info('Another replica is starting; waiting for it');
    }
    await sleep(ASK_EVERY_MS);
  }
  throw new Error(`another replica has been starting for ${WAIT_LIMIT_MS} ms`);
}

/** A transaction that has the turn, which ends with it; nothing if somebody else has it. */
async function tryTurn(knex: Knex): Promise<Knex.Transaction | undefined> {
  const turn = await knex.transaction();
  try {
    await turn.raw(
      `SELECT set_config(name, value, true) FROM (VALUES
        ('idle_in_transaction_session_timeout', '0'),
        ('tcp_keepalives_idle', '10'),
        ('tcp_keepalives_interval', '5'),
        ('tcp_keepalives_count', '3')
      ) AS setting (name, value)`,
    );
    const { rows } = await turn.raw<{ rows: { taken: boolean }[] }>(TRY_LOCK);
    if (rows[0].taken) return turn;
  } catch (error) {
    await turn.rollback().catch(() => undefined);
    throw error;
  }
  await turn.rollback();
  return undefined;
}
