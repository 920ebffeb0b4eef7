import type { ComponentKind } from '../data/blueprint';
import type { Api, ApiType, Resource, ServiceType } from './types';
import { plural, sentence, spaced, titleCase } from './words';

interface KindRule {
  type: ServiceType;
  apis: ApiType[];
  resources: Resource['type'][];
  python: number;
}

/** What a kind of component means in Backstage terms; `python` is a probability. */
export const KINDS: Record<ComponentKind, KindRule> = {
  api: {
    type: 'service',
    apis: ['openapi'],
    resources: ['database'],
    python: 0.1,
  },
  'api+events': {
    type: 'service',
    apis: ['openapi', 'asyncapi'],
    resources: ['database', 'topic', 'cache'],
    python: 0,
  },
  graph: {
    type: 'service',
    apis: ['graphql'],
    resources: ['cache'],
    python: 0,
  },
  ml: {
    type: 'ml-service',
    apis: ['openapi'],
    resources: ['bucket'],
    python: 1,
  },
  web: { type: 'website', apis: [], resources: [], python: 0 },
  worker: { type: 'service', apis: [], resources: ['database'], python: 0.1 },
  pipeline: {
    type: 'data-pipeline',
    apis: [],
    resources: ['bucket', 'warehouse-table'],
    python: 1,
  },
  job: { type: 'scheduled-job', apis: [], resources: [], python: 0.4 },
  lib: { type: 'library', apis: [], resources: [], python: 0 },
};

/** 'basket-service-uk' -> 'basket-uk': the stem of API and resource names. */
const stem = (name: string) => name.replace(/-service(?=-|$)/, '');

const API_FILES: Record<ApiType, string> = {
  openapi: 'openapi.yaml',
  asyncapi: 'asyncapi.yaml',
  graphql: 'schema.graphql',
};

export function apisOf(kind: ComponentKind, name: string, noun: string): Api[] {
  const things = plural(spaced(noun));
  return KINDS[kind].apis.map((type): Api => {
    const events = type === 'asyncapi';
    const suffix = events ? 'events' : 'api';
    const base = stem(name).replace(/-api$/, '');
    const apiName = `${base}-${suffix}`;
    const about: Record<ApiType, string> = {
      openapi: `REST interface to ${things}.`,
      asyncapi: `Events published when ${things} change.`,
      graphql: `Graph of ${things} and what belongs to them.`,
    };
    return {
      name: apiName,
      title: titleCase(apiName),
      description: about[type],
      type,
      file: API_FILES[type],
    };
  });
}

const RESOURCE_NAMES: Record<Resource['type'], string> = {
  database: 'db',
  cache: 'cache',
  topic: 'stream',
  bucket: 'data',
  'warehouse-table': 'mart',
};

export function resourcesOf(
  kind: ComponentKind,
  name: string,
  noun: string,
): Resource[] {
  const things = plural(spaced(noun));
  const about: Record<Resource['type'], string> = {
    database: `PostgreSQL database of ${things}, encrypted, with point-in-time recovery for 14 days.`,
    cache: `In-memory cache of hot ${things}; losing it costs latency, never data.`,
    topic: `Event stream of ${things}, partitioned by identifier, kept for 14 days.`,
    bucket: `Object storage for files of ${titleCase(name)}.`,
    'warehouse-table': `${sentence(
      things,
    )} as the warehouse sees them, refreshed by ${titleCase(name)}.`,
  };
  return KINDS[kind].resources.map(type => {
    const resourceName = `${stem(name)}-${RESOURCE_NAMES[type]}`;
    return {
      name: resourceName,
      title: titleCase(resourceName),
      description: about[type],
      type,
    };
  });
}
