import { Knex } from 'knex';
import { StoredProblem } from '../../domain/types';
import { RepositoryKey } from '../IngestionStore';
import { prunePastProblems } from './prunePastProblems';

const MAX_PAST = 50;

/** Whether the owner of a file is to be told of a new problem. */
export type Notice = 'none' | 'due';

/**
 * Makes a repository's problems those of the reading; one that was there
 * before keeps its `since`, and one that is gone becomes history. Duplicates
 * are settled elsewhere.
 */
export async function replaceProblems(
  tx: Knex.Transaction,
  options: {
    repository: RepositoryKey;
    problems: StoredProblem[];
    /** Of new problems. */
    notice: Notice;
    now: Date;
  },
): Promise<void> {
  const { repository, problems, notice, now } = options;
  const rows = problems.map(problem => ({
    path: problem.path,
    document: problem.document ?? -1,
    code: problem.code,
    line: problem.line ?? null,
    column_number: problem.column ?? null,
    entity_ref: problem.entityRef ?? null,
    reason: problem.reason,
    last_good_commit: problem.lastGoodCommit ?? null,
  }));
  await tx.raw(
    `WITH current AS (
       SELECT DISTINCT ON (r.path, r.document, r.code) r.*
       FROM jsonb_to_recordset(?::jsonb) AS r(
         path text, document integer, code text, line integer,
         column_number integer, entity_ref text, reason text,
         last_good_commit text)
     ), cleared AS (
       DELETE FROM problem AS p
       WHERE p.provider = ? AND p.repository = ? AND p.code <> 'duplicate'
         AND NOT EXISTS (
           SELECT 1 FROM current
           WHERE current.path = p.path
             AND current.document = p.document
             AND current.code = p.code)
       RETURNING p.*
     ), past AS (
       INSERT INTO past_problem (provider, repository, path, code, line,
                                 entity_ref, reason, since, resolved_at)
       SELECT c.provider, c.repository, c.path, c.code, c.line, c.entity_ref,
              c.reason, c.since, ?
       FROM cleared AS c
       ORDER BY c.path, c.document LIMIT ${MAX_PAST}
     )
     INSERT INTO problem (provider, repository, path, document, code, line,
                          column_number, entity_ref, reason, since, last_good_commit,
                          notice)
     SELECT ?, ?, current.path, current.document, current.code, current.line,
            current.column_number, current.entity_ref, current.reason, ?,
            current.last_good_commit, ?
     FROM current
     ON CONFLICT (provider, repository, path, document, code) DO UPDATE
     SET line = excluded.line, column_number = excluded.column_number,
         entity_ref = excluded.entity_ref, reason = excluded.reason,
         last_good_commit = excluded.last_good_commit`,
    [
      JSON.stringify(rows),
      repository.provider,
      repository.name,
      now,
      repository.provider,
      repository.name,
      now,
      notice,
    ],
  );
  await prunePastProblems(tx, repository);
}
