import { createRandom } from '../../domain/random';
import type { Service } from '../../domain/types';
import { createAnnouncements } from './announcements';
import { createFailures } from './failures';
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
  const { random, calendar, scheduler } = context;
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

  const work = createWork({ context, service, branch, reviews });
  const pipeline = createPipeline({ context, service, branch, environments });
  const failures = createFailures({ context, service, work, pipeline });
  const announce = createAnnouncements(context, service, branch);
  pipeline.onDeployed(failures.deployed);

  let sinceRelease = 0;
  let isCutting = false;
  const cut = (at: number) => {
    if (isCutting) return;
    isCutting = true;
    work.release(at);
  };
  const modeAt = (at: number) => (deploys ? context.phase(at).deploy : 'never');

  work.onMerged((change, at) => {
    const mode = modeAt(at);
    if (change.intent === 'release') {
      sinceRelease = 0;
      isCutting = false;
      if (mode === 'tags') pipeline.start(at + 70);
      if (mode === 'git-tags') announce(change, at);
      return;
    }
    sinceRelease += 1;
    if (mode === 'each-merge') pipeline.start(at);
    if (sinceRelease >= releaseEvery) {
      cut(calendar.after(at, 0.3 + random.next() * 4));
    }
  });
  work.onBorn(at => {
    // What is there by now is the first version.
    cut(at + 1800);
    if (modeAt(at) === 'each-merge') pipeline.start(at);
  });

  return {
    service,
    branch,
    environments,
    planDay(day) {
      work.planDay(day);
      if (!deploys) return;
      failures.planDay(day);
      if (!calendar.isWorkday(day)) return;
      const { deploy, trainDays } = context.phase(calendar.during(day, 0.5));
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
