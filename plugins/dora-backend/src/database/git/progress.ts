import type { Knex } from 'knex';
import type { GitProgress } from '../../git/readRepository';
import { execute, query } from '../query';

/** How far repositories were read, by name. */
export async function selectProgress(
  knex: Knex,
): Promise<Map<string, GitProgress>> {
  const rows = await query<GitProgress & { name: string }>(
    knex,
    'SELECT name, branch, head, refs FROM git_repository',
  );
  return new Map(rows.map(({ name, ...progress }) => [name, progress]));
}

/** After its events were stored, so that a collector that is stopped before reads them again. */
export async function upsertProgress(
  knex: Knex,
  progress: GitProgress & { name: string; now: Date },
): Promise<void> {
  await execute(
    knex,
    `INSERT INTO git_repository (name, branch, head, refs, scanned_at, error)
     VALUES (?, ?, ?, ?, ?, NULL)
     ON CONFLICT (name) DO UPDATE SET
       branch = excluded.branch, head = excluded.head, refs = excluded.refs,
       scanned_at = excluded.scanned_at, error = NULL`,
    [
      progress.name,
      progress.branch,
      progress.head,
      progress.refs,
      progress.now,
    ],
  );
}

/** Why a repository could not be read. */
export async function upsertFailure(
  knex: Knex,
  failure: { name: string; now: Date; error: string },
): Promise<void> {
  await execute(
    knex,
    `INSERT INTO git_repository (name, scanned_at, error) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET scanned_at = excluded.scanned_at, error = excluded.error`,
    [failure.name, failure.now, failure.error],
  );
}
