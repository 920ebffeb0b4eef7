import { createRandom } from '../../domain/random';
import type { Service } from '../../domain/types';
import { createFailures, type Failures } from './failures';
import type { Change, Deployment } from './facts';
import { createMainBranch, type MainBranch } from './mainBranch';
import { createPipeline, environmentsOf } from './pipeline';
import type { Reviews } from './reviews';
import type { TeamContext } from './team';
import { createWork } from './work';

export interface ServiceModel {
  service: Service;
  branch: MainBranch;
  /** Names of its production environments. */
  environments: readonly string[];
  planDay(day: number): void;
}

const REDEPLOYS_A_DAY = 0.012;

/** Everything that happens to one service. */
export function createServiceModel(
  context: TeamContext,
  service: Service,
  reviews: Reviews,
): ServiceModel {
  const { random, calendar, scheduler, emit } = context;
  const traits = createRandom(
    context.directory.organisation.settings.seed,
    'delivery-traits',
    service.name,
  );
  const branch = createMainBranch(traits.int(0, 8));
  const environments = environmentsOf(traits, service, context.character);
  const deploys = service.type !== 'library';
  const [fewest, most] = context.phase(context.start).releaseEvery;
  const releaseEvery = traits.int(fewest, most);
  let sinceRelease = 0;
  let isCutting = false;

  const cut = (at: number) => {
    if (isCutting) return;
    isCutting = true;
    work.release(at);
  };

  const merged = (change: Change, at: number) => {
    const { deploy } = context.phase(at);
    if (change.intent === 'release') {
      sinceRelease = 0;
      isCutting = false;
      if (deploys && deploy === 'tags') pipeline.start(at + 70);
      if (deploys && deploy === 'git-tags') announce(change, at);
      return;
    }
    sinceRelease += 1;
    if (deploys && deploy === 'each-merge') pipeline.start(at);
    if (sinceRelease >= releaseEvery) {
      cut(calendar.after(at, 0.3 + random.next() * 4));
    }
  };

  /** All that Git knows of a deployment: a tag, a minute after its commit. */
  let announced: Deployment | undefined;
  const announce = (head: Change, at: number) => {
    const number = Number(announced?.build.number ?? 0) + 1;
    const deployment: Deployment = {
      key: `${service.name}/${number}`,
      service: service.name,
      environment: 'production',
      tier: 'production',
      build: { service: service.name, number, head },
      startedAt: at + 60,
      finishedAt: at + 60,
      result: 'success',
      kind: 'deploy',
      saysRollback: false,
      ships: branch.changes.slice(
        (announced?.build.head.index ?? -1) + 1,
        head.index + 1,
      ),
    };
    announced = deployment;
    scheduler.at(at + 60, time =>
      emit({ kind: 'deployment', what: 'finished', at: time, deployment }),
    );
  };

  let failures: Failures | undefined;
  const pipeline = createPipeline({
    context,
    service,
    branch,
    environments,
    deployed: (deployment, isFirst) => failures?.deployed(deployment, isFirst),
  });
  const work = createWork({
    context,
    service,
    branch,
    reviews,
    merged,
    born(at) {
      // What is there by now is the first version.
      cut(at + 1800);
      if (deploys && context.phase(at).deploy === 'each-merge') {
        pipeline.start(at);
      }
    },
  });
  failures = createFailures({ context, service, work, pipeline });

  return {
    service,
    branch,
    environments,
    planDay(day) {
      const isWorkday = calendar.isWorkday(day);
      const noon = calendar.during(day, 0.5);
      const { deploy, trainDays } = context.phase(noon);
      work.planDay(day);
      if (!deploys) return;
      failures?.planDay(day);
      if (!isWorkday) return;
      if (deploy === 'train' && trainDays.includes(calendar.weekday(day))) {
        scheduler.at(calendar.during(day, 0.1 + random.next() * 0.1), at => {
          if (branch.changes.length > 0) pipeline.start(at);
        });
      }
      if (random.chance(REDEPLOYS_A_DAY)) {
        scheduler.at(calendar.during(day, random.next()), at =>
          pipeline.redeploy(at),
        );
      }
    },
  };
}
