import { Knex } from 'knex';
import { boundProblem } from '../domain/boundProblem';
import { reconcile } from '../domain/reconcile';
import { IngestionStore, KnownRepository } from './IngestionStore';
import { insertRepositoryScan } from './queries/insertRepositoryScan';
import { lockSettlement } from './queries/lockSettlement';
import { replaceClaims } from './queries/replaceClaims';
import { Notice, replaceProblems } from './queries/replaceProblems';
import { selectKnown } from './queries/selectKnown';
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
  const { provider, name } = repository;
  const [before] = await selectKnown(tx, { provider, name });
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
  const notice = noticeOf(before, options);
  await replaceProblems(tx, {
    repository,
    problems: problems.map(boundProblem),
    notice,
    now,
  });
  const entityRefs = [...prior, ...claims].map(claim => claim.entityRef);
  const changes = await settle(tx, {
    entityRefs: [...new Set(entityRefs)],
    notice,
    now,
  });
  if (changes.length > 0) {
    await touchChanged(tx, { repository, now });
  }
  if (options.origin) {
    const { trigger, startedAt } = options.origin;
    await insertRepositoryScan(tx, {
      repository,
      scan: {
        finishedAt: now,
        durationMs: now.getTime() - startedAt.getTime(),
        trigger,
        outcome: 'changed',
        commit: options.commit ?? null,
        changes: changes.length,
        reason: null,
      },
    });
  }
  return { status: 'applied', changes };
}

/**
 * A push that broke something is worth a message. What a repository brings
 * along at first, and what other settings make wrong, is not: those come by
 * the hundred, and nobody has just broken anything.
 */
function noticeOf(
  before: KnownRepository | undefined,
  options: Options,
): Notice {
  const pushed =
    before?.commit !== undefined &&
    before.commit !== options.commit &&
    before.configHash === options.configHash;
  return pushed ? 'due' : 'none';
}
