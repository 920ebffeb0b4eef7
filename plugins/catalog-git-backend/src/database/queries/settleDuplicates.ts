import { Knex } from 'knex';
import { Notice } from './replaceProblems';

/** Reports every claim that lost, at its own file, and clears what is settled. */
export async function settleDuplicates(
  tx: Knex.Transaction,
  options: { entityRefs: string[]; notice: Notice; now: Date },
): Promise<void> {
  const { entityRefs, notice, now } = options;
  await tx.raw(
    `WITH cleared AS (
       DELETE FROM problem AS p
       WHERE p.code = 'duplicate'
       AND p.entity_ref = ANY(?::text[])
       AND NOT EXISTS (
         SELECT 1 FROM entity AS e
         WHERE e.provider = p.provider AND e.repository = p.repository
           AND e.path = p.path AND e.document = p.document
           AND e.entity_ref = p.entity_ref AND NOT e.winning)
       RETURNING p.*
     )
     INSERT INTO past_problem (provider, repository, path, code, line,
                               entity_ref, reason, since, resolved_at)
     SELECT c.provider, c.repository, c.path, c.code, c.line, c.entity_ref,
            c.reason, c.since, ?
     FROM cleared AS c`,
    [entityRefs, now],
  );
  await tx.raw(
    `INSERT INTO problem (provider, repository, path, document, code, line,
                          entity_ref, reason, since, last_good_commit, notice)
     SELECT e.provider, e.repository, e.path, e.document, 'duplicate', e.line,
            e.entity_ref,
            format('%s already belongs to %s (%s)', e.entity_ref,
                   owner.repository, owner.path),
            ?, NULL, ?
     FROM entity AS e
     JOIN entity AS owner ON owner.entity_ref = e.entity_ref AND owner.winning
     WHERE e.entity_ref = ANY(?::text[]) AND NOT e.winning
     ON CONFLICT (provider, repository, path, document, code) DO UPDATE
     SET line = excluded.line, entity_ref = excluded.entity_ref,
         reason = excluded.reason`,
    [now, notice, entityRefs],
  );
}
