import type { Knex } from 'knex';
import { execute, query } from '../query';

export interface DirtyService {
  service: string;
  /** Nothing before it changed. */
  from: Date;
}

/** Has the figures of services follow their facts. */
export async function markServices(
  tx: Knex.Transaction,
  services: readonly DirtyService[],
): Promise<void> {
  const earliest = new Map<string, Date>();
  for (const { service, from } of services) {
    const known = earliest.get(service);
    if (!known || from < known) {
      earliest.set(service, from);
    }
  }
  if (earliest.size > 0) {
    await execute(
      tx,
      `INSERT INTO dirty_service (lane, service, from_at)
       SELECT lane_of(s.service), s.service, s.from_at
       FROM unnest(?::text[], ?::timestamptz[]) AS s(service, from_at)`,
      [
        [...earliest.keys()],
        [...earliest.values()].map(from => from.toISOString()),
      ],
    );
  }
}

/** Takes some services of the given lanes, each with all that was marked. */
export async function takeDirtyServices(
  tx: Knex.Transaction,
  options: { lanes: readonly number[]; limit: number },
): Promise<DirtyService[]> {
  return query<DirtyService>(
    tx,
    `WITH chosen AS (
       SELECT service FROM dirty_service WHERE lane = ANY(?::smallint[])
       GROUP BY service ORDER BY min(dirty_id) LIMIT ?
     ), taken AS (
       DELETE FROM dirty_service USING chosen WHERE dirty_service.service = chosen.service
       RETURNING dirty_service.service, dirty_service.from_at
     )
     SELECT service, min(from_at) AS "from" FROM taken GROUP BY service`,
    [options.lanes, options.limit],
  );
}
