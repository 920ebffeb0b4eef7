import type { Service } from '../../domain/types';
import { logNormal } from './distributions';
import type { Deployment, JobResult } from './facts';
import type { TeamContext } from './team';

type Given = Pick<Deployment, 'environment' | 'tier' | 'build' | 'kind'> &
  Partial<Deployment>;

export interface Jobs {
  /** Runs one job from `at` on and returns when it will end; `done` hears of it then. */
  run(
    at: number,
    given: Given,
    result: JobResult,
    done: (deployment: Deployment) => void,
  ): number;
  /** How many there were so far. */
  count(): number;
}

const MINUTES = { staging: 2.5, production: 4 } as const;

/** At least so many seconds, as nothing takes no time. */
export const SHORTEST_SECONDS = 20;

/** The jobs that take a build of a service to an environment. */
export function createJobs(
  { random, scheduler, emit }: TeamContext,
  service: Service,
): Jobs {
  let jobs = 0;
  return {
    count: () => jobs,
    run(at, given, result, done) {
      jobs += 1;
      const median = MINUTES[given.tier];
      const seconds = Math.max(
        SHORTEST_SECONDS,
        Math.round(60 * logNormal(random, { median, sigma: 0.5 })),
      );
      const deployment: Deployment = {
        key: `${service.name}/${jobs}`,
        service: service.name,
        startedAt: at,
        // What fails runs into a limit first.
        finishedAt: at + (result === 'success' ? seconds : seconds * 2),
        result,
        saysRollback: false,
        ships: [],
        ...given,
      };
      emit({ kind: 'deployment', what: 'started', at, deployment });
      scheduler.at(deployment.finishedAt, time => {
        emit({ kind: 'deployment', what: 'finished', at: time, deployment });
        done(deployment);
      });
      return deployment.finishedAt;
    },
  };
}
