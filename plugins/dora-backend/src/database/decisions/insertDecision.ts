import type { Knex } from 'knex';
import { execute } from '../query';

export interface Decision {
  targetId: string;
  kind: 'incident-cause' | 'deployment-classification';
  /** null takes back what was decided before. */
  value: unknown;
  reason: string | null;
  decidedBy: string;
  decidedAt: Date;
}

/** Adds what a person decided; earlier decisions are kept. */
export async function insertDecision(
  tx: Knex.Transaction,
  decision: Decision,
): Promise<void> {
  await execute(
    tx,
    `INSERT INTO decision (target_id, kind, value, reason, decided_by, decided_at)
     VALUES (?, ?, ?::json, ?, ?, ?)`,
    [
      decision.targetId,
      decision.kind,
      decision.value === null ? null : JSON.stringify(decision.value),
      decision.reason,
      decision.decidedBy,
      decision.decidedAt,
    ],
  );
}
