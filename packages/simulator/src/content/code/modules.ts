import { shapeOf, type FieldKind } from '../../data/nouns';
import type { Language, Service } from '../../domain/types';
import { GUARDS } from '../../data/messages';
import { camel, plural, sentence, snake, spaced } from '../../domain/words';
import { FUNCTIONS, namingOf } from './functions';

/** What has been written so far about one noun. */
export interface ModuleState {
  noun: string;
  /** Keys of `FUNCTIONS`, in the order they were added. */
  functions: string[];
  /** Texts of `GUARDS` that fixes brought. */
  guards: string[];
  tested: string[];
}

const TYPES: Record<FieldKind, Record<Language, string>> = {
  text: { typescript: 'string', python: 'str' },
  code: { typescript: 'string', python: 'str' },
  money: {
    typescript: '{ amount: string; currency: string }',
    python: 'Money',
  },
  count: { typescript: 'number', python: 'int' },
  ratio: { typescript: 'number', python: 'float' },
  flag: { typescript: 'boolean', python: 'bool' },
  date: { typescript: 'string', python: 'date' },
  instant: { typescript: 'string', python: 'datetime' },
  id: { typescript: 'string', python: 'str' },
  email: { typescript: 'string', python: 'str' },
  country: { typescript: 'string', python: 'str' },
  url: { typescript: 'string', python: 'str' },
};

export const sourceFolder = (service: Service) =>
  service.language === 'python' ? `src/${snake(service.name)}` : 'src';

export const modulePath = (service: Service, noun: string) =>
  service.language === 'python'
    ? `${sourceFolder(service)}/${snake(noun)}.py`
    : `src/${camel(noun)}.ts`;

export const testPath = (service: Service, noun: string) =>
  service.language === 'python'
    ? `tests/test_${snake(noun)}.py`
    : `src/${camel(noun)}.test.ts`;

export const renderModule = (service: Service, state: ModuleState) =>
  service.language === 'python'
    ? pythonModule(service, state)
    : typescriptModule(state);

export const renderTest = (service: Service, state: ModuleState) =>
  service.language === 'python'
    ? pythonTest(service, state)
    : typescriptTest(state);

const bodies = (state: ModuleState, language: Language) =>
  state.functions.flatMap(key => {
    const item = FUNCTIONS.find(candidate => candidate.key === key);
    return item ? [item[language](namingOf(state.noun))] : [];
  });

const rulesOf = ({ guards, noun }: ModuleState) =>
  GUARDS.filter(({ text }) => guards.includes(text)).map(rule => ({
    ...rule,
    text: rule.text
      .replace('{one}', spaced(noun))
      .replace('{many}', plural(spaced(noun))),
  }));

function typescriptModule(state: ModuleState) {
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

function typescriptTest(state: ModuleState) {
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

function pythonModule(service: Service, state: ModuleState) {
  const n = namingOf(state.noun);
  const { statuses, fields } = shapeOf(state.noun);
  const rules = rulesOf(state).map(
    ({ text, python }) => `    ("${text}", lambda item: ${python}),`,
  );
  return `"""${sentence(n.manyWords)} of ${service.title}."""
from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Iterable, Iterator
from uuid import uuid4

from . import config
from .store import Money, Store

STATUSES = [${statuses.map(status => `"${status}"`).join(', ')}]


@dataclass(frozen=True)
class ${n.type}:
    id: str
    status: str
    created_at: datetime
${fields
  .map(
    ({ name, kind, about }) =>
      `    #: ${about}\n    ${snake(name)}: ${
        TYPES[kind].python
      } | None = None`,
  )
  .join('\n')}
    version: int = 1

${
  rules.length > 0
    ? `\n#: Checked before a ${
        n.words
      } is stored. Each of them was a bug once.\nRULES = [\n${rules.join(
        '\n',
      )}\n]\n\n`
    : ''
}
${bodies(state, 'python').join('\n\n\n')}
`;
}

function pythonTest(service: Service, state: ModuleState) {
  const n = namingOf(state.noun);
  const module = snake(state.noun);
  const names: string[] = state.tested.flatMap(key => {
    const item = FUNCTIONS.find(candidate => candidate.key === key);
    const name = item && /def (\w+)/.exec(item.python(n))?.[1];
    return name ? [name] : [];
  });
  return `from datetime import UTC, datetime

import pytest

from ${snake(service.name)} import ${module}

SAMPLE = ${module}.${n.type}(
    id="7f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b",
    status=${module}.STATUSES[0],
    created_at=datetime(2026, 1, 5, 9, 30, tzinfo=UTC),
)


@pytest.mark.parametrize("name", [
${names.map(name => `    "${name}",`).join('\n')}
])
def test_is_documented(name):
    assert getattr(${module}, name).__doc__
${
  rulesOf(state).length > 0
    ? `\n\n@pytest.mark.parametrize("name,holds", ${module}.RULES)\ndef test_rule(name, holds):\n    assert holds(SAMPLE), name\n`
    : ''
}`;
}
