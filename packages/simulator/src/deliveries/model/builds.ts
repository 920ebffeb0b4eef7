import type { Service } from '../../domain/types';
import { logNormal } from './distributions';
import type { Build } from './facts';
import { SHORTEST_SECONDS } from './jobs';
import type { MainBranch } from './mainBranch';
import type { TeamContext } from './team';

const MOST_ATTEMPTS = 3;

/** Builds and tests the head of `main`, again where a test was flaky. */
export function createBuilds(
  context: TeamContext,
  service: Service,
  branch: MainBranch,
) {
  const { random, scheduler, emit } = context;
  let builds = 0;

  return (
    at: number,
    isRepair: boolean,
    done: (build: Build, at: number) => void,
  ) => {
    builds += 1;
    const build: Build = {
      service: service.name,
      number: builds,
      head: branch.changes[branch.changes.length - 1],
    };
    const attempt = (startedAt: number, number: number): void => {
      const { flaky, pipelineMinutes } = context.phase(startedAt);
      const isFlaky = number < MOST_ATTEMPTS && random.chance(flaky);
      const minutes = logNormal(random, pipelineMinutes);
      const took = Math.round(60 * minutes * (isRepair ? 0.6 : 1));
      const end = startedAt + Math.max(SHORTEST_SECONDS, took);
      scheduler.at(end, finishedAt => {
        const run = {
          service: service.name,
          build,
          startedAt,
          finishedAt,
          attempt: number,
          outcome: isFlaky ? ('failure' as const) : ('success' as const),
        };
        emit({ kind: 'run', what: 'finished', at: finishedAt, run });
        if (isFlaky) attempt(finishedAt + random.int(60, 900), number + 1);
        else done(build, finishedAt);
      });
    };
    attempt(at + random.int(5, 40), 1);
  };
}
