import { shapeOf, type FieldKind } from '../../data/nouns';
import type { Language, Service } from '../../domain/types';
import { camel, snake } from '../../domain/words';
import { FUNCTIONS, namingOf } from './functions';

/** What has been written so far about one noun. */
export interface ModuleState {
  noun: string;
  /** Keys of `FUNCTIONS`, in the order they were added. */
  functions: string[];
  /** Comments and guards that fixes left behind. */
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

function typescriptModule(state: ModuleState) {
  const { noun, guards } = state;
  const n = namingOf(noun);
  const { statuses, fields } = shapeOf(noun);
  return `import { randomUUID } from 'node:crypto';
import { config } from './config';
import { Conflict, type Page, type Store } from './store';

export const ${n.one.toUpperCase()}_STATUSES = [${statuses
    .map(status => `'${status}'`)
    .join(', ')}] as const;

export interface ${n.type} {
  id: string;
  status: (typeof ${n.one.toUpperCase()}_STATUSES)[number];
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
  guards.length > 0
    ? `\n/** Cases that production taught us; each has a test. */\nexport const ${
        n.one
      }Guards = {\n${guards
        .map((guard, i) => `  // ${guard}\n  case${i + 1}: true,`)
        .join('\n')}\n};\n`
    : ''
}
${bodies(state, 'typescript').join('\n\n')}
`;
}

function typescriptTest({ noun, tested, guards }: ModuleState) {
  const n = namingOf(noun);
  return `import * as ${n.one} from './${n.one}';

describe('${n.words}', () => {
${[
  ...tested.map(
    key =>
      `  it('can ${FUNCTIONS.find(item => item.key === key)?.subject(
        n,
      )}', () => {\n    expect(Object.keys(${
        n.one
      }).length).toBeGreaterThan(0);\n  });`,
  ),
  ...guards.map(
    (guard, i) =>
      `  it('${guard.replace(/'/g, '')}', () => {\n    expect(${n.one}.${
        n.one
      }Guards.case${i + 1}).toBe(true);\n  });`,
  ),
].join('\n\n')}
});
`;
}

function pythonModule(service: Service, state: ModuleState) {
  const { noun, guards } = state;
  const n = namingOf(noun);
  const { statuses, fields } = shapeOf(noun);
  return `"""${n.manyWords.charAt(0).toUpperCase()}${n.manyWords.slice(1)} of ${
    service.title
  }."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
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
  guards.length > 0
    ? `\n# Cases that production taught us; each has a test.\nGUARDS = [\n${guards
        .map(guard => `    "${guard}",`)
        .join('\n')}\n]\n`
    : ''
}

${bodies(state, 'python').join('\n\n\n')}
`;
}

function pythonTest(service: Service, { noun, tested, guards }: ModuleState) {
  const n = namingOf(noun);
  return `from ${snake(service.name)} import ${n.snakeOne}


${tested
  .map(
    key => `def test_${key}():\n    assert ${n.snakeOne}.${n.type} is not None`,
  )
  .join('\n\n\n')}
${
  guards.length > 0
    ? `\n\ndef test_guards():\n    assert len(${n.snakeOne}.GUARDS) == ${guards.length}\n`
    : ''
}`;
}
