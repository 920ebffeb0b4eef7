import type { Knex } from 'knex';
import { describeName } from '../../names/describeName';
import type { Knowledge } from '../../names/Knowledge';
import { changeResolutions, selectNames } from './seenNames';

/**
 * Finds the names that stand for something else than before, and has what they
 * touch folded again; nothing else. The caller has raised the revision in the
 * same transaction.
 *
 * @returns how many names changed
 */
export async function resolveAgain(
  tx: Knex.Transaction,
  knowledge: Knowledge,
): Promise<number> {
  const names = await selectNames(tx);
  const changed = names
    .map(name => ({ ...name, now: describeName(knowledge.names, name) }))
    .filter(({ resolution, now }) => resolution !== now)
    .map(({ now, ...name }) => ({ ...name, resolution: now }));
  await changeResolutions(tx, changed);
  return changed.length;
}
