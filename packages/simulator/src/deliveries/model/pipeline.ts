import type { Random } from '../../domain/random';
import type { Service } from '../../domain/types';
import type { Character } from './character';
import { logNormal } from './distributions';
import type { Build, Change, Deployment, JobResult } from './facts';
import type { MainBranch } from './mainBranch';
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

/**
 * From `main` to production: one pipeline at a time, one job in production at
 * a time. What a job ships is what Git lists between the running build and the
 * new one.
 */
export function createPipeline(options: {
  context: TeamContext;
  service: Service;
  branch: MainBranch;
  environments: readonly string[];
  deployed: (deployment: Deployment, isFirst: boolean) => void;
}): Pipeline {
  const { context, service, branch, environments, deployed } = options;
  const { random, calendar, scheduler, emit, character } = context;
  const minutes = (median: number, sigma: number) =>
    Math.max(20, Math.round(60 * logNormal(random, { median, sigma })));
  const history: Build[] = [];
  let builds = 0;
  let jobs = 0;
  let running: Deployment | undefined;
  let isBusy = false;
  let isWanted = false;
  let freeFrom = 0;

  const released = (at: number) => {
    isBusy = false;
    if (!isWanted) return;
    isWanted = false;
    start(at);
  };

  const shippedBy = (build: Build): Change[] =>
    branch.changes.slice(
      (running?.build.head.index ?? -1) + 1,
      build.head.index + 1,
    );

  /** Runs one job from now on. */
  const job = (
    at: number,
    fields: Pick<Deployment, 'environment' | 'tier' | 'build' | 'kind'> &
      Partial<Deployment>,
    result: JobResult,
    done: (deployment: Deployment) => void,
  ) => {
    jobs += 1;
    const seconds = minutes(fields.tier === 'staging' ? 2.5 : 4, 0.5);
    const deployment: Deployment = {
      key: `${service.name}/${jobs}`,
      service: service.name,
      startedAt: at,
      finishedAt: at + (result === 'success' ? seconds : seconds * 2),
      result,
      saysRollback: false,
      ships: [],
      ...fields,
    };
    emit({ kind: 'deployment', what: 'started', at, deployment });
    scheduler.at(deployment.finishedAt, time => {
      emit({ kind: 'deployment', what: 'finished', at: time, deployment });
      done(deployment);
    });
    return deployment.finishedAt;
  };

  interface Release {
    build: Build;
    kind: Deployment['kind'];
    saysRollback?: boolean;
    repairs?: Deployment;
    retried?: boolean;
    /** Hears the success, or nothing when it came to none. */
    done: (deployment: Deployment | undefined, at: number) => void;
  }

  /** One region after the other; the first failure stops it. */
  const release = (at: number, plan: Release) =>
    scheduler.at(at, now => {
      if (freeFrom > now) {
        release(freeFrom, plan);
        return;
      }
      const head = plan.build.head.index;
      // Somebody was faster; or it was there and had to be taken back.
      const isStale =
        head <= (running?.build.head.index ?? -1) ||
        history.some(({ head: { index } }) => index === head);
      if (plan.kind === 'deploy' && isStale) {
        plan.done(undefined, now);
        return;
      }
      const { jobFailure } = context.phase(now);
      const dice = random.next();
      const result: JobResult =
        (dice < jobFailure && 'failure') ||
        (dice < jobFailure * 1.3 && 'canceled') ||
        'success';
      const isRepair = plan.repairs !== undefined;
      const { reporting } = character;
      const shared: Partial<Deployment> = {
        saysRollback: plan.saysRollback ?? false,
        ships: plan.kind === 'deploy' ? shippedBy(plan.build) : [],
        ...(isRepair && random.chance(reporting.remediates)
          ? { remediates: plan.repairs }
          : {}),
        ...(isRepair && random.chance(reporting.unplanned)
          ? { unplanned: true }
          : {}),
        ...(environments.length > 1
          ? { releaseId: `${service.name}-release-${jobs + 1}` }
          : {}),
      };
      const next = (index: number, from: number): void => {
        freeFrom = job(
          from,
          {
            environment: environments[index],
            tier: 'production',
            build: plan.build,
            kind: plan.kind,
            ...shared,
          },
          index === 0 ? result : 'success',
          deployment => {
            const time = deployment.finishedAt;
            if (deployment.result !== 'success') {
              ended(deployment, time);
            } else if (index + 1 < environments.length) {
              const later = time + random.int(60, 600);
              freeFrom = later;
              scheduler.at(later, moment => next(index + 1, moment));
            } else {
              ended(deployment, time);
            }
          },
        );
      };
      const ended = (deployment: Deployment, time: number) => {
        if (deployment.result === 'success') {
          const isFirst = running === undefined;
          running = deployment;
          if (plan.kind === 'deploy') history.push(plan.build);
          plan.done(deployment, time);
          deployed(deployment, isFirst);
        } else if (!plan.retried && random.chance(0.7)) {
          const later = time + random.int(400, 2400);
          release(later, { ...plan, retried: true });
        } else {
          plan.done(undefined, time);
        }
      };
      next(0, now);
    });

  /** Builds and tests the head of `main`, again where a test was flaky. */
  const build = (
    at: number,
    isRepair: boolean,
    done: (build: Build, at: number) => void,
  ) => {
    builds += 1;
    const made: Build = {
      service: service.name,
      number: builds,
      head: branch.changes[branch.changes.length - 1],
    };
    const attempt = (from: number, number: number): void => {
      const phase = context.phase(from);
      const flaky = number < 3 && random.chance(phase.flaky);
      const { median, sigma } = phase.pipelineMinutes;
      const took = minutes(isRepair ? median * 0.6 : median, sigma);
      scheduler.at(from + took, end => {
        emit({
          kind: 'run',
          what: 'finished',
          at: end,
          run: {
            service: service.name,
            build: made,
            startedAt: from,
            finishedAt: end,
            attempt: number,
            outcome: flaky ? 'failure' : 'success',
          },
        });
        if (flaky) attempt(end + random.int(60, 900), number + 1);
        else done(made, end);
      });
    };
    attempt(at + random.int(5, 40), 1);
  };

  const staging = (
    made: Build,
    at: number,
    done: (isFine: boolean, at: number) => void,
  ) => {
    const fails = random.chance(context.phase(at).jobFailure * 0.6);
    const fields = {
      environment: 'staging',
      tier: 'staging',
      build: made,
      kind: 'deploy',
      ships: shippedBy(made),
    } as const;
    job(at, { ...fields }, fails ? 'failure' : 'success', deployment =>
      done(!fails, deployment.finishedAt),
    );
  };

  function start(at: number) {
    if (isBusy) {
      isWanted = true;
      return;
    }
    const head = branch.changes.length - 1;
    if (history.some(({ head: { index } }) => index === head)) return;
    isBusy = true;
    build(at, false, (made, built) =>
      staging(made, built + 30, (isFine, staged) => {
        const phase = context.phase(staged);
        const approved = calendar.after(
          staged,
          logNormal(random, phase.approvalHours),
        );
        const isFrozen = character.freeze && calendar.isFrozen(approved);
        if (!isFine || isFrozen) {
          released(staged);
          return;
        }
        release(approved, {
          build: made,
          kind: 'deploy',
          done: (_, end) => released(end),
        });
      }),
    );
  }

  return {
    start,
    startRepair(at, repairs) {
      build(at, true, (made, built) =>
        release(built + random.int(60, 300), {
          build: made,
          kind: 'deploy',
          repairs,
          done: () => undefined,
        }),
      );
    },
    rollBack(failed, at) {
      const place = history.lastIndexOf(failed.build);
      if (running?.build !== failed.build || place < 1) return false;
      release(at, {
        build: history[place - 1],
        kind: 'rollback',
        saysRollback: random.chance(character.reporting.rollback),
        repairs: failed,
        done: () => undefined,
      });
      return true;
    },
    redeploy(at) {
      const current = running;
      if (current === undefined) return;
      release(at, {
        build: current.build,
        kind: 'redeploy',
        done: () => undefined,
      });
    },
    running: () => running,
  };
}
