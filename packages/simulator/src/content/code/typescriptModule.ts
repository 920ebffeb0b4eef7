import { shapeOf } from '../../data/nouns';
import { camel } from '../../domain/words';
import { FUNCTIONS, namingOf } from './functions';
import { bodies, rulesOf, TYPES, type ModuleState } from './moduleState';

export function typescriptModule(state: ModuleState) {
  const n = namingOf(state.noun);
  const { statuses, fields } = shapeOf(state.noun);
  const rules = rulesOf(state).map(
    ({ text, typescript }) =>
      `  {\n    name: '${text}',\n    holds: (item: ${n.type}) => ${typescript},\n  },`,
  );
  return `import { randomUUID } from 'node:crypto';
import { config } from './config';
import { Conflict, type PageRequest, type Store } from './store';

export const STATUSES = [${statuses
    .map(status => `'${status}'`)
    .join(', ')}] as const;

export interface ${n.type} {
  id: string;
  status: (typeof STATUSES)[number];
${fields
  .map(
    ({ name, kind, about }) =>
      `  /** ${about} */\n  ${name}: ${TYPES[kind].typescript};`,
  )
  .join('\n')}
  createdAt: string;
  version: number;
}
${
  rules.length > 0
    ? `\n/** Checked before a ${
        n.words
      } is stored. Each of them was a bug once. */\nexport const rules = [\n${rules.join(
        '\n',
      )}\n];\n`
    : ''
}
${bodies(state, 'typescript').join('\n\n')}
`;
}

export function typescriptTest(state: ModuleState) {
  const n = namingOf(state.noun);
  const rules = rulesOf(state);
  const cases = [
    ...state.tested.flatMap(key => {
      const item = FUNCTIONS.find(candidate => candidate.key === key);
      return item
        ? [
            `  it('can ${item.subject(n)}', async () => {\n    ${item.check(
              n,
            )}\n  });`,
          ]
        : [];
    }),
    ...(rules.length > 0
      ? [
          `  it.each(subject.rules)('can $name', ({ holds }) => {\n    expect(holds(sample)).toBe(true);\n  });`,
        ]
      : []),
  ];
  return `import * as subject from './${camel(state.noun)}';
import { memoryStore, sampleOf } from './testing';

const sample = sampleOf<subject.${n.type}>(subject.STATUSES[0]);

describe('${n.words}', () => {
${cases.join('\n\n')}
});
`;
}
