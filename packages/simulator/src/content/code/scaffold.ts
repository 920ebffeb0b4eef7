import type { Service } from '../../domain/types';
import { snake, titleCase } from '../../domain/words';
import { sourceFolder } from './modules';

const PYTHON_STORE = `"""What the rules need from storage."""
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Money:
    amount: str
    currency: str


class Store(Protocol):
    def get(self, id: str) -> Any: ...

    def list(self, cursor: str | None, limit: int) -> list[Any]: ...

    def insert(self, item: Any, key: str) -> Any: ...
`;

const TYPESCRIPT_STORE = `export interface PageRequest {
  cursor?: string;
  limit?: number;
}

export interface Store<T> {
  get(id: string): Promise<T | undefined>;
  list(page: PageRequest): Promise<{ items: T[]; nextCursor?: string }>;
  insert(item: T, idempotencyKey: string): Promise<T>;
}

export class Conflict extends Error {}
`;

const TYPESCRIPT_TESTING = `import type { Store } from './store';

/** A store for tests: an array, with idempotency. */
export function memoryStore<T extends { id: string }>(items: T[]) {
  const byKey = new Map<string, T>();
  const store: Store<T> & { all(): AsyncGenerator<T> } = {
    get: async id => items.find(item => item.id === id),
    list: async ({ limit }) => ({ items: items.slice(0, limit) }),
    insert: async (item, key) => {
      const known = byKey.get(key) ?? item;
      byKey.set(key, known);
      return known;
    },
    async *all() {
      yield* items;
    },
  };
  return store;
}

export const sampleOf = <T extends { status: string }>(status: T['status']) =>
  ({
    id: '7f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b',
    status,
    createdAt: '2026-01-05T09:30:00.000Z',
    version: 1,
  }) as unknown as T;
`;

/** Files that are written once. */
export function scaffold(service: Service): Record<string, string> {
  const python = service.language === 'python';
  const folder = sourceFolder(service);
  return {
    '.gitignore': python
      ? '.venv/\n__pycache__/\ndist/\n'
      : 'node_modules/\ndist/\ncoverage/\n',
    ...(python
      ? {
          [`${folder}/__init__.py`]: `"""${service.title}: ${service.description}"""\n`,
          [`${folder}/store.py`]: PYTHON_STORE,
        }
      : {
          'src/index.ts': `export { config } from './config';\nexport * from './store';\n`,
          'src/store.ts': TYPESCRIPT_STORE,
          'src/testing.ts': TYPESCRIPT_TESTING,
          'tsconfig.json':
            '{\n  "compilerOptions": { "strict": true, "module": "nodenext", "outDir": "dist" },\n  "include": ["src"]\n}\n',
        }),
    ...(service.type === 'library' ? {} : { Dockerfile: dockerfile(service) }),
  };
}

function dockerfile({ language, name }: Service) {
  return language === 'python'
    ? `FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir .
USER 10001
CMD ["python", "-m", "${snake(name)}"]
`
    : `FROM node:24-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM node:24-slim
LABEL org.opencontainers.image.title="${titleCase(name)}"
WORKDIR /app
COPY --from=build /app/dist ./dist
COPY --from=build /app/node_modules ./node_modules
USER 10001
CMD ["node", "dist/index.js"]
`;
}
