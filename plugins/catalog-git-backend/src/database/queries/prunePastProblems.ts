import { Knex } from 'knex';
import { RepositoryKey } from '../IngestionStore';

const KEPT = 50;

/** Forgets all but the last problems of a repository that are over. */
export async function prunePastProblems(
  tx: Knex.Transaction,
  key: RepositoryKey,
): Promise<void> {
  await tx.raw(
    `DELETE FROM past_problem AS p
     WHERE p.provider = :provider AND p.repository = :name
       AND p.past_problem_id NOT IN (
         SELECT kept.past_problem_id FROM past_problem AS kept
         WHERE kept.provider = :provider AND kept.repository = :name
         ORDER BY kept.resolved_at DESC, kept.past_problem_id DESC
         LIMIT ${KEPT})`,
    { provider: key.provider, name: key.name },
  );
}
