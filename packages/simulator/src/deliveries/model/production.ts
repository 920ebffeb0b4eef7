import type { Build, Change, Deployment, JobResult } from './facts';
import type { Jobs } from './jobs';
import type { MainBranch } from './mainBranch';
import type { TeamContext } from './team';

/** Something that is to be in production. */
export interface Release {
  build: Build;
  kind: Deployment['kind'];
  saysRollback?: boolean;
  repairs?: Deployment;
  /** Hears when it is there, or that it came to nothing. */
  done?: (at: number) => void;
}

export interface Production {
  /** As soon as no other job of the service is in production. */
  release(at: number, release: Release): void;
  /** The last success. */
  running(): Deployment | undefined;
  /** Whether this place of `main`, or a later one, is or was there. */
  hasHad(head: number): boolean;
  /** The build that ran before another one. */
  before(build: Build): Build | undefined;
  /** What Git lists between the running build and another one. */
  shippedBy(build: Build): Change[];
}

/**
 * Production of one service: one job at a time, one region after the other.
 * The first region to fail stops a release; most are tried once more.
 */
export function createProduction(options: {
  context: TeamContext;
  branch: MainBranch;
  jobs: Jobs;
  environments: readonly string[];
  releaseName: string;
  deployed: (deployment: Deployment, isFirst: boolean) => void;
}): Production {
  const { context, branch, jobs, environments, releaseName, deployed } =
    options;
  const { random, scheduler, character } = context;
  const history: Build[] = [];
  let running: Deployment | undefined;
  let freeFrom = 0;

  const reached = () => running?.build.head.index ?? -1;
  const hasHad = (head: number) =>
    head <= reached() ||
    // It was, and had to be taken back.
    history.some(({ head: { index } }) => index === head);
  const shippedBy = (build: Build) =>
    branch.changes.slice(reached() + 1, build.head.index + 1);

  const resultAt = (at: number): JobResult => {
    const { jobFailure } = context.phase(at);
    const dice = random.next();
    if (dice < jobFailure) return 'failure';
    return dice < jobFailure * 1.3 ? 'canceled' : 'success';
  };
  const describe = ({
    build,
    kind,
    saysRollback = false,
    repairs,
  }: Release): Partial<Deployment> => {
    const { remediates, unplanned } = character.reporting;
    return {
      saysRollback,
      ships: kind === 'deploy' ? shippedBy(build) : [],
      ...(repairs && random.chance(remediates) ? { remediates: repairs } : {}),
      ...(repairs && random.chance(unplanned) ? { unplanned: true } : {}),
      ...(environments.length > 1
        ? { releaseId: `${releaseName}-${jobs.count() + 1}` }
        : {}),
    };
  };

  function release(at: number, plan: Release, isRetry = false) {
    scheduler.at(at, now => {
      if (freeFrom > now) {
        release(freeFrom, plan, isRetry);
        return;
      }
      // Somebody was faster.
      if (plan.kind === 'deploy' && hasHad(plan.build.head.index)) {
        plan.done?.(now);
        return;
      }
      rollOut(plan, isRetry, describe(plan), resultAt(now), 0, now);
    });
  }

  function rollOut(
    plan: Release,
    isRetry: boolean,
    described: Partial<Deployment>,
    result: JobResult,
    region: number,
    at: number,
  ) {
    const { build, kind } = plan;
    const environment = environments[region];
    const given = { environment, tier: 'production', build, kind } as const;
    freeFrom = jobs.run(at, { ...given, ...described }, result, deployment => {
      const time = deployment.finishedAt;
      if (deployment.result !== 'success') {
        const isTriedAgain = !isRetry && random.chance(0.7);
        if (isTriedAgain) release(time + random.int(400, 2400), plan, true);
        else plan.done?.(time);
      } else if (region + 1 < environments.length) {
        freeFrom = time + random.int(60, 600);
        scheduler.at(freeFrom, later =>
          rollOut(plan, isRetry, described, 'success', region + 1, later),
        );
      } else {
        arrived(plan, deployment);
      }
    });
  }

  function arrived({ build, kind, done }: Release, deployment: Deployment) {
    const isFirst = running === undefined;
    running = deployment;
    if (kind === 'deploy') history.push(build);
    done?.(deployment.finishedAt);
    deployed(deployment, isFirst);
  }

  return {
    release,
    running: () => running,
    hasHad,
    before: build => history[history.lastIndexOf(build) - 1],
    shippedBy,
  };
}
