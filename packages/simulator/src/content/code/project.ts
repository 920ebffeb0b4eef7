import type { Service } from '../../domain/types';
import { snake } from '../../domain/words';
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
