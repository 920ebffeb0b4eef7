import type { Knex } from 'knex';
import { addMonths, startOf, type Month } from '../../domain/months';
import { query } from '../query';

const PARTITION_LOCK = 'dora:partitions';
const PREFIX = 'raw_event_';
const NAME = /^raw_event_(\d{4})_(\d{2})$/;

const nameOf = (month: Month) => `${PREFIX}${month.replace('-', '_')}`;

/** Months that have a partition. */
export async function selectMonths(knex: Knex): Promise<Set<Month>> {
  const rows = await query<{ name: string }>(
    knex,
    `SELECT child.relname AS name
     FROM pg_inherits
     JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
     WHERE pg_inherits.inhparent = 'raw_event'::regclass`,
  );
  const months = rows.flatMap(({ name }) => {
    const match = NAME.exec(name);
    return match ? [`${match[1]}-${match[2]}`] : [];
  });
  return new Set(months);
}

/**
 * Makes the partition of a month, with what fell into the default one
 * meanwhile. Replicas that do so together wait for each other.
 */
export async function createPartition(knex: Knex, month: Month): Promise<void> {
  await knex.transaction(async tx => {
    await query(tx, 'SELECT pg_advisory_xact_lock(hashtext(?))', [
      PARTITION_LOCK,
    ]);
    if ((await selectMonths(tx)).has(month)) {
      return;
    }
    const from = startOf(month).toISOString();
    const to = startOf(addMonths(month, 1)).toISOString();
    // Inserts wait here, so that none slips into the default partition behind the move.
    await tx.raw('LOCK TABLE raw_event_default IN ACCESS EXCLUSIVE MODE');
    await tx.raw('CREATE TABLE ?? (LIKE raw_event INCLUDING ALL)', [
      nameOf(month),
    ]);
    await tx.raw("COMMENT ON TABLE ?? IS 'Raw events of a month'", [
      nameOf(month),
    ]);
    await tx.raw(
      `WITH moved AS (
         DELETE FROM raw_event_default WHERE occurred_at >= ? AND occurred_at < ? RETURNING *
       ) INSERT INTO ?? SELECT * FROM moved`,
      [from, to, nameOf(month)],
    );
    // Bounds of partitions cannot be bindings; these are dates of our own making.
    await tx.raw(
      `ALTER TABLE raw_event ATTACH PARTITION ?? FOR VALUES FROM ('${from}') TO ('${to}')`,
      [nameOf(month)],
    );
  });
}

/** Forgets all raw events of a month: no row is touched, so it takes no time. */
export async function dropPartition(knex: Knex, month: Month): Promise<void> {
  await knex.transaction(async tx => {
    await query(tx, 'SELECT pg_advisory_xact_lock(hashtext(?))', [
      PARTITION_LOCK,
    ]);
    if ((await selectMonths(tx)).has(month)) {
      await tx.raw('ALTER TABLE raw_event DETACH PARTITION ??', [
        nameOf(month),
      ]);
      await tx.raw('DROP TABLE ??', [nameOf(month)]);
    }
  });
}

/** Events without a partition of their own; anything but 0 is a fault. */
export async function countDefaultPartition(knex: Knex): Promise<number> {
  const [{ count }] = await query<{ count: number }>(
    knex,
    'SELECT count(*)::integer AS count FROM raw_event_default',
  );
  return count;
}
