import { stagesOf } from '../content/openapi';
import type { Directory } from '../domain/directory';
import type { Change } from '../deliveries/model/facts';
import { createRandom } from '../domain/random';
import { isoDate } from '../domain/time';
import type { Service } from '../domain/types';
import { bump } from './changelog';
import { nextMove, type Move } from './moves';
import type { CommitPlan, RepositoryPlan } from './plan';
import { Workspace } from './workspace';

/**
 * Commits of a service's repository, one for each change that was merged, from
 * the first scaffold on. `past` is the number of changes by the end of the
 * simulated past; later ones continue what is there.
 */
export function serviceRepository(options: {
  service: Service;
  directory: Directory;
  changes: Iterable<Change>;
  past: readonly Change[];
}): RepositoryPlan {
  return { name: options.service.repository, commits: history(options) };
}

function* history({
  service,
  directory,
  changes,
  past,
}: Parameters<typeof serviceRepository>[0]): Generator<CommitPlan> {
  const { settings } = directory.organisation;
  const random = createRandom(
    settings.seed,
    settings.profile,
    'history',
    service.name,
  );
  const workspace = new Workspace({ service, directory });
  const milestones = milestonesOf(service, past);
  let pending: Move[] = [];
  let index = 0;

  for (const change of changes) {
    const day = isoDate(mergeTime(change) * 1000);
    if (change.intent === 'release') {
      yield release(workspace, change, pending, day);
      pending = [];
    } else {
      const milestone = milestones.get(index)?.(workspace);
      const move = milestone ?? nextMove(workspace, random, day, change.intent);
      pending.push(move);
      yield commit(move, change);
    }
    index += 1;
  }
}

function mergeTime({ mergedAt, title }: Change) {
  if (mergedAt === undefined) throw new Error(`"${title}" is not merged`);
  return mergedAt;
}

function commit(move: Move, change: Change): CommitPlan {
  const { author, number, firstCommitAt } = change;
  return {
    kind: move.kind,
    author,
    authoredAt: firstCommitAt,
    committedAt: mergeTime(change),
    message:
      number === undefined ? move.subject : `${move.subject} (#${number})`,
    changes: move.changes,
  };
}

function release(
  workspace: Workspace,
  change: Change,
  pending: Move[],
  day: string,
): CommitPlan {
  const { project, releases } = workspace;
  const grows = pending.some(({ kind }) => kind === 'feature');
  if (releases.length > 0) {
    project.version = bump(project.version, grows ? 'minor' : 'patch');
  }
  releases.push({
    version: project.version,
    date: day,
    entries: pending.map(({ kind, subject }) => ({
      kind,
      text: subject.replace(/^[a-z]+(\([^)]*\))?: /, ''),
    })),
  });
  return {
    kind: 'release',
    author: change.author,
    // Cut and merged in one go.
    authoredAt: change.firstCommitAt,
    committedAt: mergeTime(change),
    message: `chore(release): v${project.version}`,
    changes: [workspace.changelog(), workspace.manifest()],
    tag: `v${project.version}`,
  };
}

type Milestone = (workspace: Workspace) => Move;

/** What every repository goes through, at its commit number. */
function milestonesOf(
  service: Service,
  past: readonly Change[],
): Map<number, Milestone> {
  const count = past.length;
  const contract =
    (stage: 1 | 2 | 3, subject: string): Milestone =>
    workspace => {
      const first = workspace.apiStage === 0;
      workspace.apiStage = stage;
      const contracts = workspace.contracts();
      return {
        kind: 'feature',
        subject,
        changes: first ? [...contracts, workspace.catalogInfo()] : contracts,
      };
    };
  const site: Milestone = workspace => {
    workspace.documented = true;
    return {
      kind: 'docs',
      subject: 'docs: write the first pages of the documentation site',
      changes: [
        ...workspace.site(),
        workspace.catalogInfo(),
        workspace.readme(),
      ],
    };
  };
  const start: Milestone = workspace => ({
    kind: 'feature',
    subject: `feat: start ${service.name} from the ${service.language} skeleton`,
    changes: workspace.initial(),
  });
  const model: Milestone = workspace => {
    const [state] = workspace.modules;
    state.functions.push('get', 'list');
    state.tested.push('get');
    return {
      kind: 'feature',
      subject: `feat(${state.noun}): model and first queries`,
      changes: [workspace.module(state), workspace.test(state)],
    };
  };

  const steps: [number, Milestone][] = [
    [0, start],
    [1, model],
  ];
  if (service.docs)
    steps.push([service.tier === 1 ? 2 : Math.floor(count * 0.3), site]);
  if (service.apis.length > 0) {
    steps.push([
      3,
      contract(1, 'feat(api): publish the first version of the contract'),
    ]);
    const stages = stagesOf(service);
    const second: [number, Milestone] = [
      Math.max(5, Math.floor(count * 0.4)),
      contract(2, 'feat(api): let callers create and change, not only read'),
    ];
    const third: [number, Milestone] = [
      Math.max(6, Math.floor(count * 0.65)),
      contract(3, 'feat(api): cover everything the service knows'),
    ];
    steps.push(...[second, third].slice(0, stages - 1));
  }
  return free(steps, past);
}

/** Two milestones never share a commit, and people make them: the later one moves on. */
function free(steps: [number, Milestone][], past: readonly Change[]) {
  const taken = new Map<number, Milestone>();
  const fits = (index: number) =>
    !taken.has(index) && past[index].intent === 'work';
  for (const [wanted, milestone] of steps) {
    const later = past.findIndex((_, index) => index >= wanted && fits(index));
    const index =
      later === -1 ? past.findLastIndex((_, place) => fits(place)) : later;
    if (index < 0)
      throw new RangeError(
        `${past.length} commits have no room for ${steps.length} milestones`,
      );
    taken.set(index, milestone);
  }
  return taken;
}
