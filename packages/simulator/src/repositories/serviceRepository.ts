import { stagesOf } from '../content/openapi';
import type { Directory } from '../domain/directory';
import { createRandom } from '../domain/random';
import { DAY_MS, isoDate } from '../domain/time';
import type { Service } from '../domain/types';
import { bump } from './changelog';
import { nextMove, type Move } from './moves';
import type { CommitPlan, Identity, RepositoryPlan } from './plan';
import { planTimeline, type Slot } from './timeline';
import { Workspace } from './workspace';

/** Commits of a service's repository, from the first scaffold to today. */
export function serviceRepository(
  service: Service,
  directory: Directory,
): RepositoryPlan {
  return { name: service.repository, commits: history(service, directory) };
}

const botOf = (emailDomain: string): Identity => ({
  username: 'dependency-bot',
  displayName: 'dependency-bot',
  email: `dependency-bot@${emailDomain}`,
  utcOffset: '+0000',
});

function* history(
  service: Service,
  directory: Directory,
): Generator<CommitPlan> {
  const { settings, emailDomain } = directory.organisation;
  const random = createRandom(
    settings.seed,
    settings.profile,
    'history',
    service.name,
  );
  const workspace = new Workspace({ service, directory });
  const slots = planTimeline(service, directory);
  const bot = botOf(emailDomain);
  const milestones = milestonesOf(service, slots.length);
  const releaseEvery = service.deep ? random.int(5, 11) : 7;
  let pullRequest = random.int(1, 9);
  let pending: Move[] = [];

  for (const [index, slot] of slots.entries()) {
    const day = isoDate(slot.committedAt * 1000);
    const milestone = milestones.get(index)?.(workspace);
    // The contract comes first, so that the first release is one worth having.
    const due = index > 4 && !milestone && pending.length >= releaseEvery;
    if (due) {
      yield release(workspace, slot, pending, day);
      pending = [];
      continue;
    }
    const move = milestone ?? nextMove(workspace, random, day);
    pending.push(move);
    yield commit(move, slot, bot, index < 2 ? undefined : pullRequest);
    pullRequest += random.int(1, 3);
  }
}

const nightBefore = (at: number) =>
  Math.floor(at / 86_400) * 86_400 - DAY_MS / 1000 + 4 * 3600 + (at % 900);

function commit(
  move: Move,
  slot: Slot,
  bot: Identity,
  pullRequest: number | undefined,
): CommitPlan {
  const automatic = move.kind === 'dependency';
  return {
    kind: move.kind,
    // The bot opens its changes at night; a person merges them in office hours.
    author: automatic ? bot : slot.author,
    authoredAt: automatic ? nightBefore(slot.committedAt) : slot.authoredAt,
    committedAt: slot.committedAt,
    message:
      pullRequest === undefined
        ? move.subject
        : `${move.subject} (#${pullRequest})`,
    changes: move.changes,
  };
}

function release(
  workspace: Workspace,
  slot: Slot,
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
    author: slot.author,
    // Cut and merged in one go.
    authoredAt: slot.committedAt - 90,
    committedAt: slot.committedAt,
    message: `chore(release): v${project.version}`,
    changes: [workspace.changelog(), workspace.manifest()],
    tag: `v${project.version}`,
  };
}

type Milestone = (workspace: Workspace) => Move;

/** What every repository goes through, at its commit number. */
function milestonesOf(service: Service, count: number): Map<number, Milestone> {
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
  return free(steps, count);
}

/** Two milestones never share a commit: the later one moves on by one. */
function free(steps: [number, Milestone][], count: number) {
  const taken = new Map<number, Milestone>();
  for (const [wanted, milestone] of steps) {
    let index = wanted;
    while (taken.has(index)) index += 1;
    if (index >= count)
      throw new RangeError(`No commit ${index} for a milestone in ${count}`);
    taken.set(index, milestone);
  }
  return taken;
}
