import { FUNCTIONS, namingOf } from '../content/code/functions';
import type { ModuleState } from '../content/code/moduleState';
import {
  GUARDS,
  LESSONS,
  README_SUBJECTS,
  REFACTORINGS,
  RUNBOOK_SUBJECTS,
  SCALINGS,
  TESTS,
  TUNINGS,
} from '../data/messages';
import type { Intent } from '../deliveries/model/facts';
import type { Random } from '../domain/random';
import { plural, spaced } from '../domain/words';
import { bump } from './changelog';
import type { CommitKind, FileChange } from './plan';
import type { Workspace } from './workspace';

/** One change to a repository, before it has an author and a date. */
export interface Move {
  kind: CommitKind;
  subject: string;
  changes: FileChange[];
}

type Mover = (
  workspace: Workspace,
  random: Random,
  day: string,
) => Move | undefined;

const fill = (
  text: string,
  workspace: Workspace,
  noun: string,
  random: Random,
) => {
  const calls = workspace.service.dependsOn;
  return text
    .replace('{one}', spaced(noun))
    .replace('{many}', plural(spaced(noun)))
    .replace('{call}', calls.length > 0 ? random.pick(calls) : 'the database');
};

const touch = (workspace: Workspace, state: ModuleState) => [
  workspace.module(state),
  workspace.test(state),
];

const feature: Mover = (workspace, random) => {
  const open = workspace.modules.filter(
    ({ functions }) => functions.length < FUNCTIONS.length,
  );
  if (open.length === 0) return undefined;
  const state =
    open.length > 1 && random.chance(0.3) ? random.pick(open) : open[0];
  // Mostly in the order of the table: reading comes before merging duplicates.
  const left = FUNCTIONS.filter(({ key }) => !state.functions.includes(key));
  const next = left[Math.min(left.length - 1, random.int(0, 2))];
  state.functions.push(next.key);
  if (random.chance(0.8)) state.tested.push(next.key);
  return {
    kind: 'feature',
    subject: `feat(${state.noun}): ${next.subject(namingOf(state.noun))}`,
    changes: touch(workspace, state),
  };
};

const guard: Mover = (workspace, random) => {
  const state = random.pick(workspace.modules);
  const left = GUARDS.filter(({ text }) => !state.guards.includes(text));
  if (left.length === 0) return undefined;
  const { text } = random.pick(left);
  state.guards.push(text);
  return {
    kind: 'fix',
    subject: `fix(${state.noun}): ${fill(text, workspace, state.noun, random)}`,
    changes: touch(workspace, state),
  };
};

const tune =
  (table: typeof TUNINGS | typeof SCALINGS, kind: CommitKind): Mover =>
  (workspace, random) => {
    const { tuning } = workspace.project;
    const { knob, values, say } =
      random.pick<(typeof TUNINGS | typeof SCALINGS)[number]>(table);
    const value = random.pick(
      [...values].filter(item => item !== tuning[knob]),
    );
    tuning[knob] = value;
    const text = say.replace('{n}', String(value));
    return {
      kind,
      subject: fill(text, workspace, workspace.service.nouns[0], random),
      changes: [table === SCALINGS ? workspace.values() : workspace.config()],
    };
  };

const dependency: Mover = (workspace, random) => {
  const { dependencies } = workspace.project;
  const name = random.pick(Object.keys(dependencies));
  const from = dependencies[name];
  dependencies[name] = bump(from, random.chance(0.7) ? 'patch' : 'minor');
  return {
    kind: 'dependency',
    subject: `chore(deps): bump ${name} from ${from} to ${dependencies[name]}`,
    changes: [workspace.manifest()],
  };
};

/** What somebody learned goes to the runbook, or to the README where there is none. */
const lesson: Mover = (workspace, random, day) => {
  const text = fill(
    random.pick(LESSONS),
    workspace,
    workspace.service.nouns[0],
    random,
  );
  if (workspace.lessons.some(line => line.includes(text))) return undefined;
  workspace.lessons.push(`**${day}** ${text}`);
  const runbook = workspace.hasRunbook;
  return {
    kind: 'docs',
    subject: random.pick(runbook ? RUNBOOK_SUBJECTS : README_SUBJECTS),
    changes: [runbook ? workspace.page('runbook.md') : workspace.readme()],
  };
};

/** A text that none of the last few changes of its sort used. */
function fresh(texts: string[], workspace: Workspace, random: Random) {
  const text = random.pick(
    texts.filter(item => !workspace.recent.includes(item)),
  );
  workspace.recent.push(text);
  if (workspace.recent.length > 3) workspace.recent.shift();
  return text;
}

/** Tidying: functions move, missing tests appear, nothing behaves differently. */
const upkeep: Mover = (workspace, random) => {
  const state = random.pick(workspace.modules);
  const untested = state.functions.filter(key => !state.tested.includes(key));
  const noun = state.noun;
  if (untested.length > 0) {
    state.tested.push(random.pick(untested));
    const subject = fill(
      fresh(TESTS, workspace, random),
      workspace,
      noun,
      random,
    );
    return { kind: 'maintenance', subject, changes: [workspace.test(state)] };
  }
  if (state.functions.length < 2) return undefined;
  state.functions.push(
    ...state.functions.splice(0, random.int(1, state.functions.length - 1)),
  );
  const subject = fill(
    fresh(REFACTORINGS, workspace, random),
    workspace,
    noun,
    random,
  );
  return { kind: 'maintenance', subject, changes: [workspace.module(state)] };
};

const MOVES = {
  feature,
  guard,
  tune: tune(TUNINGS, 'operations'),
  scale: tune(SCALINGS, 'operations'),
  dependency,
  lesson,
  upkeep,
} satisfies Record<string, Mover>;

/** `hotfix(basket): ...`, whatever it is that it does. */
const urgent = (move: Move): Move => ({
  ...move,
  subject: move.subject.replace(/^[a-z]+/, 'hotfix'),
});

/** What a bot does, what cannot wait, and everything else. */
const WEIGHTS: Record<
  Exclude<Intent, 'release'>,
  readonly (readonly [keyof typeof MOVES, number])[]
> = {
  dependency: [['dependency', 1]],
  hotfix: [
    ['guard', 20],
    ['tune', 9],
    ['upkeep', 1],
  ],
  work: [
    ['feature', 24],
    ['guard', 20],
    ['tune', 9],
    ['scale', 5],
    ['lesson', 7],
    ['upkeep', 8],
  ],
};

/** Draws until something is left to do; tuning always is. */
export function nextMove(
  workspace: Workspace,
  random: Random,
  day: string,
  intent: Exclude<Intent, 'release'>,
): Move {
  const runs = workspace.service.type !== 'library';
  const weights = WEIGHTS[intent].filter(([name]) => runs || name !== 'scale');
  for (;;) {
    const move = MOVES[random.weighted(weights)](workspace, random, day);
    if (move) return intent === 'hotfix' ? urgent(move) : move;
  }
}
