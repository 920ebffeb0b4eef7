import type { Knex } from 'knex';
import { query } from '../query';
import type { WindowStart } from './selectWindowFacts';

/** How many deployments and changes windows hold, by service. */
export async function countFacts(
  tx: Knex.Transaction,
  windows: readonly WindowStart[],
): Promise<Map<string, number>> {
  const rows = await query<{ service: string; facts: number }>(
    tx,
    `SELECT w.service, (
       (SELECT count(*) FROM deployment AS d WHERE d.service = w.service AND d.finished_at >= w.start) +
       (SELECT count(*) FROM change_service AS m WHERE m.service = w.service AND m.merged_at >= w.start)
     )::integer AS facts
     FROM json_to_recordset(?::json) AS w(service text, start timestamptz)`,
    [JSON.stringify(windows)],
  );
  return new Map(rows.map(({ service, facts }) => [service, facts]));
}
