import { Knex } from 'knex';
import { recordChanges } from './queries/recordChanges';
import { Notice } from './queries/replaceProblems';
import { settleDuplicates } from './queries/settleDuplicates';
import { settleWinners } from './queries/settleWinners';

/**
 * Decides anew who owns the given entities and brings feed and duplicate
 * problems in line. The caller holds the settlement lock.
 *
 * @returns the provider of each changed entity
 */
export async function settle(
  tx: Knex.Transaction,
  options: { entityRefs: string[]; notice?: Notice; now: Date },
): Promise<string[]> {
  if (options.entityRefs.length === 0) {
    return [];
  }
  await settleWinners(tx, options.entityRefs);
  const changes = await recordChanges(tx, options.entityRefs);
  await settleDuplicates(tx, { notice: 'none', ...options });
  return changes;
}
