import type { Knex } from 'knex';
import type { ChangeFactRow } from '../../pipeline/factRows';
import { execute } from '../query';

/** Makes the services of changes those of their rows; `gone` have none. */
export async function replaceChangeServices(
  tx: Knex.Transaction,
  options: { changes: readonly ChangeFactRow[]; gone: readonly string[] },
): Promise<void> {
  const { changes, gone } = options;
  const ids = [...changes.map(({ change_id }) => change_id), ...gone];
  if (ids.length === 0) {
    return;
  }
  const rows = changes.flatMap(({ change_id, merged_at, services }) =>
    services.map(service => ({ change_id, merged_at, service })),
  );
  await execute(
    tx,
    'DELETE FROM change_service WHERE change_id = ANY(?::uuid[])',
    [ids],
  );
  await execute(
    tx,
    `INSERT INTO change_service (change_id, service, merged_at)
     SELECT r.change_id, r.service, r.merged_at
     FROM json_to_recordset(?::json) AS r(change_id uuid, service text, merged_at timestamptz)`,
    [JSON.stringify(rows)],
  );
}
