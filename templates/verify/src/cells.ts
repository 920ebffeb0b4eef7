import type { JsonObject } from '@backstage/types';
import type { Plan, Template } from './templates';

/** One way of filling in the form of a template. */
export interface Cell {
  name: string;
  parameters: JsonObject & {
    name: string;
    description: string;
    owner: string;
    repoUrl: string;
  };
  /** What the program needs to run, beyond what every program gets. */
  environment: Record<string, string>;
}

interface Answers {
  name: string;
  description: string;
  owner: string;
  system?: string;
}

/** What people answer to the questions that every template asks: the usual, and the odd but legal. */
const ANSWERS: Record<string, Answers> = {
  usual: {
    name: 'order-tracking',
    description: 'Tells customers where their order is.',
    owner: 'group:default/checkout',
  },
  longest: {
    name: 'a-name-that-is-as-long-as-a-name-can-be1',
    description: 'What it does is told at some length. '
      .repeat(6)
      .slice(0, 200),
    owner: 'group:default/a-team-with-quite-a-long-name-of-its-own',
    system: 'system:default/customer-communication',
  },
  digits: {
    name: 'a1-2-3',
    description: '0123456789',
    owner: 'group:default/2024',
    system: 'system:default/007',
  },
  unicode: {
    name: 'umlaut',
    description: `Größe „x" — 日本語 🚚 & <b>'quoted'</b> \\ back #1: {y} %`,
    owner: 'group:default/checkout',
  },
};

function cell(
  template: Template,
  answers: string,
  own: Plan['cells'][number],
): Cell {
  const given = ANSWERS[answers];
  return {
    name: `${own.name}, ${answers}`,
    parameters: {
      ...given,
      repoUrl: `git.example.com?owner=Fernway&repo=${given.name}`,
      ...own.parameters,
    },
    environment: { ...template.plan.environment, ...own.environment },
  };
}

/** Every cell of `verify.yaml` with every kind of answers: for checks that cost little. */
export function allCells(template: Template): Cell[] {
  return template.plan.cells.flatMap(own =>
    Object.keys(ANSWERS).map(answers => cell(template, answers, own)),
  );
}

/** Every cell with usual answers, and the first one with the odd ones too: for what costs minutes. */
export function fullCells(template: Template): Cell[] {
  const [first, ...others] = template.plan.cells;
  return [
    ...Object.keys(ANSWERS).map(answers => cell(template, answers, first)),
    ...others.map(own => cell(template, 'usual', own)),
  ];
}
