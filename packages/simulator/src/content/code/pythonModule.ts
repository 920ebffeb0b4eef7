import { shapeOf } from '../../data/nouns';
import type { Service } from '../../domain/types';
import { sentence, snake } from '../../domain/words';
import { FUNCTIONS, namingOf } from './functions';
import { bodies, rulesOf, TYPES, type ModuleState } from './moduleState';

export function pythonModule(service: Service, state: ModuleState) {
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

export function pythonTest(service: Service, state: ModuleState) {
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
