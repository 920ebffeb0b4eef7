import { Knex } from 'knex';
import { reconcile } from '../domain/reconcile';
import { IngestionStore } from './IngestionStore';
import { lockSettlement } from './queries/lockSettlement';
import { replaceClaims } from './queries/replaceClaims';
import { replaceProblems } from './queries/replaceProblems';
import { selectClaims } from './queries/selectClaims';
import { touchChanged } from './queries/touchChanged';
import { upsertRepository } from './queries/upsertRepository';
import { settle } from './settle';

type Options = Parameters<IngestionStore['applyReading']>[0];
type Result = Awaited<ReturnType<IngestionStore['applyReading']>>;

/** The one transaction that turns a reading into claims, problems and changes. */
export async function applyReading(
  tx: Knex.Transaction,
  options: Options,
): Promise<Result> {
  const { repository, reading, allow, isEntityFile, now } = options;
  await lockSettlement(tx);
  if (!(await upsertRepository(tx, options))) {
    return { status: 'stale' };
  }
  const prior = await selectClaims(tx, repository);
  const { claims, problems } = reconcile({
    prior,
    reading,
    // Without a commit there is nothing good to mark.
    commit: options.commit ?? '',
    allow,
    isEntityFile,
  });
  await replaceClaims(tx, { repository, prior, claims });
  await replaceProblems(tx, { repository, problems, now });
  const entityRefs = [...prior, ...claims].map(claim => claim.entityRef);
  const changes = await settle(tx, {
    entityRefs: [...new Set(entityRefs)],
    now,
  });
  if (changes.length > 0) {
    await touchChanged(tx, { repository, now });
  }
  return { status: 'applied', changes };
}
