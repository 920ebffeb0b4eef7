import type { DoraMetrics } from '@waymark/plugin-dora-common';
import { TYPES, type CdEvent } from '../events/cdevent';
import type { Question } from '../oracle/figures';
import type { OracleCatalog } from '../oracle/oracle';

/** Some of the figures; what is left out is not asserted. */
export type Expected = {
  [K in keyof DoraMetrics]?: DoraMetrics[K] extends object
    ? Partial<DoraMetrics[K]>
    : DoraMetrics[K];
};

/** A handful of events and the figures that follow from them, worked out by hand. */
export interface Scenario {
  name: string;
  description: string;
  /** In the order of time; any other order must give the same. */
  events: readonly CdEvent[];
  catalog: OracleCatalog;
  question: Question & { scope: string };
  expected: Expected;
}

export const SERVICE = 'component:default/shop';

export const SHOP: OracleCatalog = {
  services: [
    {
      ref: SERVICE,
      owner: 'group:default/shop-team',
      system: 'system:default/retail',
      domain: 'domain:default/trade',
    },
  ],
  groups: [
    { ref: 'group:default/shop-team', parent: 'group:default/retail-area' },
    { ref: 'group:default/retail-area' },
  ],
};

/** `3` -> forty digits that end in 3, so that versions are easy to tell apart. */
export const commit = (version: number) => String(version).padStart(40, '0');

const event = (
  type: string,
  id: string,
  timestamp: string,
  subject: CdEvent['subject'],
  customData: Record<string, unknown>,
): CdEvent => ({
  context: { specversion: '0.5.1', id, source: '/scenario', type, timestamp },
  subject,
  customData,
  customDataContentType: 'application/json',
});

/** A job of ten minutes that ends at `finishedAt`; the id of the event is `id`. */
export function deployed(
  id: string,
  finishedAt: string,
  version: number,
  more: {
    environment?: string;
    rolledBack?: boolean;
    result?: 'success' | 'failure' | 'canceled';
    changeIds?: string[];
    remediates?: string;
    unplanned?: boolean;
    releaseId?: string;
  } = {},
): CdEvent {
  const { environment = 'production', rolledBack, ...data } = more;
  const startedAt = new Date(Date.parse(finishedAt) - 600_000).toISOString();
  return event(
    rolledBack ? TYPES.rolledBack : TYPES.deployed,
    id,
    finishedAt,
    {
      id: SERVICE,
      content: {
        environment: { id: environment },
        artifactId: `pkg:oci/shop@sha256%3A${commit(version)}`,
      },
    },
    { startedAt, finishedAt, commitSha: commit(version), ...data },
  );
}

export function merged(
  id: string,
  mergedAt: string,
  more: {
    firstCommitAt?: string;
    openedAt?: string;
    firstReviewAt?: string;
    isBot?: boolean;
    labels?: string[];
    title?: string;
  } = {},
): CdEvent {
  return event(
    TYPES.merged,
    `merged-${id}`,
    mergedAt,
    { id, content: { repository: { id: 'acme/shop' } } },
    {
      service: SERVICE,
      title: `Change ${id}`,
      mergedAt,
      isBot: false,
      labels: [],
      ...more,
    },
  );
}

export function detected(
  id: string,
  at: string,
  more: {
    causedBy?: string;
    impactStartAt?: string;
    environment?: string;
  } = {},
): CdEvent {
  const { environment = 'production', ...data } = more;
  return event(
    TYPES.detected,
    `detected-${id}-${at}`,
    at,
    {
      id,
      content: {
        description: `Incident ${id}`,
        environment: { id: environment },
        service: { id: SERVICE },
      },
    },
    data,
  );
}

export function resolved(
  id: string,
  at: string,
  more: { mitigatedAt?: string } = {},
): CdEvent {
  return event(
    TYPES.resolved,
    `resolved-${id}-${at}`,
    at,
    {
      id,
      content: {
        environment: { id: 'production' },
        service: { id: SERVICE },
      },
    },
    more,
  );
}
