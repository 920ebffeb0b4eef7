import type { Entity } from '@backstage/catalog-model';
import type { Outcome, Run, RunStatus } from '../runs/run';

export const ADA = 'user:default/ada';
export const TEAM = 'group:default/checkout';

const API_VERSION = 'backstage.io/v1alpha1';
const DOCS = { 'backstage.io/techdocs-ref': 'dir:.' };

interface ComponentOptions {
  owner?: string;
  docs?: boolean;
  type?: string;
  api?: boolean;
}

export function component(
  name: string,
  options: ComponentOptions = {},
): Entity {
  const { owner = TEAM, docs = false, type = 'service', api = false } = options;
  return {
    apiVersion: API_VERSION,
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      ...(docs && { annotations: DOCS }),
    },
    spec: { type, system: 'checkout', lifecycle: 'production' },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      ...(api
        ? [{ type: 'providesApi', targetRef: `api:default/${name}` }]
        : []),
    ],
  };
}

export function group(
  name: string,
  title: string,
  options: { type?: string; leads?: string; members?: string[] } = {},
): Entity {
  const { type = 'team', leads, members = [ADA] } = options;
  return {
    apiVersion: API_VERSION,
    kind: 'Group',
    metadata: {
      name,
      title,
      namespace: 'default',
      ...(leads && { annotations: { 'waymark.dev/lead': leads } }),
    },
    spec: { type },
    relations: members.map(targetRef => ({ type: 'hasMember', targetRef })),
  };
}

export function user(name: string, displayName: string, title: string): Entity {
  return {
    apiVersion: API_VERSION,
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'waymark.dev/title': title },
    },
    spec: { profile: { displayName } },
    relations: [{ type: 'memberOf', targetRef: TEAM }],
  };
}

export function run(
  id: string,
  status: RunStatus,
  options: Partial<Run> = {},
): Run {
  return {
    id,
    status,
    startedAt: '2026-11-23T09:30:00Z',
    startedBy: ADA,
    template: { ref: 'template:default/node-service', title: 'Node service' },
    ...options,
  };
}

export const succeeded: Outcome = {
  endedAt: '2026-11-23T09:31:00Z',
  links: [
    { title: 'Repository', url: 'https://git.example.com/orders' },
    { title: 'In the catalog', entityRef: 'component:default/orders' },
  ],
};

export const broken: Outcome = {
  endedAt: '2026-11-23T09:31:00Z',
  reason: 'A repository with this name exists',
  links: [],
};
