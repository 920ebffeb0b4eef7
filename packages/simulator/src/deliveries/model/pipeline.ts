import type { Random } from '../../domain/random';
import type { Service } from '../../domain/types';
import { createBuilds } from './builds';
import type { Character } from './character';
import { logNormal } from './distributions';
import type { Build, Deployment } from './facts';
import { createJobs } from './jobs';
import type { MainBranch } from './mainBranch';
import { createProduction } from './production';
import type { TeamContext } from './team';

export interface Pipeline {
  /**
   * Makes a build of what is merged and takes it to production, if it never
   * was there; while another one is on its way, afterwards.
   */
  start(at: number): void;
  /** Takes a repair to production at once. */
  startRepair(at: number, repairs: Deployment): void;
  /** Puts back what ran before, if the failed build still runs. */
  rollBack(failed: Deployment, at: number): boolean;
  /** Deploys what runs once more: a certificate, a setting. */
  redeploy(at: number): void;
  /** The last success in production. */
  running(): Deployment | undefined;
  /** Who hears of every success in production. */
  onDeployed(
    listener: (deployment: Deployment, isFirst: boolean) => void,
  ): void;
}

const REGIONS = ['prod-eu', 'prod-us'];

/** Where a service runs: important ones of some teams in two regions. */
export const environmentsOf = (
  random: Random,
  { tier, type }: Service,
  { regions }: Character,
) =>
  tier === 1 && type !== 'website' && random.chance(regions)
    ? REGIONS
    : ['production'];

/** From `main` through build and staging to production, one at a time; repairs overtake. */
export function createPipeline(options: {
  context: TeamContext;
  service: Service;
  branch: MainBranch;
  environments: readonly string[];
}): Pipeline {
  const { context, service, branch, environments } = options;
  const { random, calendar, character } = context;
  const listeners: Parameters<Pipeline['onDeployed']>[0][] = [];
  const jobs = createJobs(context, service);
  const build = createBuilds(context, service, branch);
  const production = createProduction({
    context,
    branch,
    jobs,
    environments,
    releaseName: `${service.name}-release`,
    deployed: (deployment, isFirst) =>
      listeners.forEach(listener => listener(deployment, isFirst)),
  });
  let isBusy = false;
  let isWanted = false;

  function start(at: number) {
    if (isBusy) {
      isWanted = true;
      return;
    }
    if (production.hasHad(branch.changes.length - 1)) return;
    isBusy = true;
    build(at, false, (made, built) => stage(made, built + 30));
  }

  function stage(made: Build, at: number) {
    // A repair has overtaken it.
    if (production.hasHad(made.head.index)) {
      ended(at);
      return;
    }
    const fails = random.chance(context.phase(at).jobFailure * 0.6);
    const given = {
      environment: 'staging',
      tier: 'staging',
      build: made,
      kind: 'deploy',
      ships: production.shippedBy(made),
    } as const;
    jobs.run(at, given, fails ? 'failure' : 'success', ({ finishedAt }) => {
      const { approvalHours } = context.phase(finishedAt);
      const approvedAt = calendar.after(
        finishedAt,
        logNormal(random, approvalHours),
      );
      const isFrozen = character.freeze && calendar.isFrozen(approvedAt);
      if (fails || isFrozen) ended(finishedAt);
      else {
        production.release(approvedAt, {
          build: made,
          kind: 'deploy',
          done: ended,
        });
      }
    });
  }

  function ended(at: number) {
    isBusy = false;
    if (!isWanted) return;
    isWanted = false;
    start(at);
  }

  return {
    start,
    startRepair(at, repairs) {
      build(at, true, (made, built) =>
        production.release(built + random.int(60, 300), {
          build: made,
          kind: 'deploy',
          repairs,
        }),
      );
    },
    rollBack(failed, at) {
      const before = production.before(failed.build);
      if (production.running()?.build !== failed.build || !before) return false;
      production.release(at, {
        build: before,
        kind: 'rollback',
        saysRollback: random.chance(character.reporting.rollback),
        repairs: failed,
      });
      return true;
    },
    redeploy(at) {
      const current = production.running();
      if (!current) return;
      production.release(at, { build: current.build, kind: 'redeploy' });
    },
    running: production.running,
    onDeployed: listener => listeners.push(listener),
  };
}
