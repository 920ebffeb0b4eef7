import type { Service } from '../../domain/types';
import { snake, titleCase } from '../../domain/words';
import { sourceFolder } from './modules';

/** Settings a team tunes over time; they live in `config` and `deploy/values.yaml`. */
export interface Tuning {
  maxPageSize: number;
  batchSize: number;
  staleAfterHours: number;
  timeoutMs: number;
  retries: number;
  replicas: number;
  memoryMi: number;
}

export interface ProjectState {
  version: string;
  dependencies: Record<string, string>;
  tuning: Tuning;
}

export const STARTING_DEPENDENCIES: Record<
  Service['language'],
  Record<string, string>
> = {
  typescript: {
    fastify: '5.2.0',
    pg: '8.13.0',
    pino: '9.5.0',
    undici: '7.1.0',
    zod: '4.0.5',
    '@opentelemetry/api': '1.9.0',
    typescript: '5.7.2',
    jest: '30.0.1',
  },
  python: {
    fastapi: '0.115.4',
    polars: '1.12.0',
    pyarrow: '18.0.0',
    'scikit-learn': '1.5.2',
    pydantic: '2.10.0',
    structlog: '24.4.0',
    pytest: '8.3.3',
    ruff: '0.7.4',
  },
};

export const manifestPath = ({ language }: Service) =>
  language === 'python' ? 'pyproject.toml' : 'package.json';

export function renderManifest(
  service: Service,
  slug: string,
  state: ProjectState,
) {
  const { version, dependencies } = state;
  if (service.language === 'python') {
    return `[project]
name = "${service.name}"
version = "${version}"
description = ${JSON.stringify(service.description)}
requires-python = ">=3.12"
dependencies = [
${Object.entries(dependencies)
  .filter(([name]) => !/pytest|ruff/.test(name))
  .map(([name, at]) => `  "${name}==${at}",`)
  .join('\n')}
]

[project.optional-dependencies]
dev = ["pytest==${dependencies.pytest}", "ruff==${dependencies.ruff}"]

[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
`;
  }
  const development = new Set(['typescript', 'jest']);
  const pick = (dev: boolean) =>
    Object.fromEntries(
      Object.entries(dependencies).filter(
        ([name]) => development.has(name) === dev,
      ),
    );
  return `${JSON.stringify(
    {
      name: `@${slug}/${service.name}`,
      version,
      description: service.description,
      private: service.type !== 'library',
      scripts: {
        build: 'tsc',
        dev: 'tsc --watch & node --watch dist/index.js',
        test: 'jest',
      },
      dependencies: pick(false),
      devDependencies: pick(true),
    },
    null,
    2,
  )}\n`;
}

export const configPath = (service: Service) =>
  service.language === 'python'
    ? `${sourceFolder(service)}/config.py`
    : 'src/config.ts';

export function renderConfig(service: Service, { tuning }: ProjectState) {
  const { maxPageSize, batchSize, staleAfterHours, timeoutMs, retries } =
    tuning;
  const values = {
    maxPageSize,
    batchSize,
    staleAfterHours,
    timeoutMs,
    retries,
  };
  if (service.language === 'python') {
    return `"""Settings of ${service.title}."""\n\n${Object.entries(values)
      .map(([key, value]) => `${snake(key).toUpperCase()} = ${value}`)
      .join('\n')}\n`;
  }
  return `/** Settings of ${service.title}. */
export const config = {
${Object.entries(values)
  .map(([key, value]) => `  ${key}: ${value},`)
  .join('\n')}
} as const;
`;
}

export const renderValues = (service: Service, { tuning }: ProjectState) =>
  `name: ${service.name}
team: ${service.owner}
tier: ${service.tier}
replicas: ${tuning.replicas}
resources:
  requests:
    cpu: 250m
    memory: ${tuning.memoryMi}Mi
  limits:
    memory: ${tuning.memoryMi * 2}Mi
probes:
  liveness: /health/live
  readiness: /health/ready
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
