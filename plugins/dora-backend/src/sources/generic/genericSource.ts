import { createHash } from 'node:crypto';
import type { JsonValue } from '@backstage/types';
import {
  UnusableEventError,
  type DeliverySource,
  type Observation,
  type ReceivedEvent,
} from '@waymark/plugin-dora-node';
import { z } from 'zod';
import { identifier, instant, maybe, read, said } from '../shared/read';
import { receiveOne } from '../shared/receive';
import { verifyBearer } from '../shared/signatures';

const text = z.string().min(1).max(2_000);
const words = maybe(z.array(text).max(5_000));

const deploymentSchema = z.object({
  kind: z.literal('deployment'),
  id: identifier,
  service: text,
  environment: text,
  startedAt: maybe(instant),
  finishedAt: instant,
  result: z
    .enum(['success', 'failure', 'canceled', 'unknown'])
    .default('success'),
  commitSha: maybe(text),
  version: maybe(text),
  rollback: maybe(z.boolean()),
  unplanned: maybe(z.boolean()),
  remediates: maybe(text),
  releaseId: maybe(text),
  changeIds: words,
  url: maybe(text),
});

const changeSchema = z.object({
  kind: z.literal('change'),
  id: identifier,
  repository: text,
  service: maybe(text),
  title: maybe(text),
  firstCommitAt: maybe(instant),
  openedAt: maybe(instant),
  firstReviewAt: maybe(instant),
  approvedAt: maybe(instant),
  mergedAt: instant,
  mergeCommitSha: maybe(text),
  commitShas: words,
  additions: maybe(z.number().int().nonnegative()),
  deletions: maybe(z.number().int().nonnegative()),
  isBot: maybe(z.boolean()),
  labels: words,
  branch: maybe(text),
  revertOf: maybe(text),
  url: maybe(text),
});

const incidentSchema = z.object({
  kind: z.literal('incident'),
  id: identifier,
  service: text,
  environment: maybe(text),
  title: maybe(text),
  severity: maybe(text),
  detectedAt: instant,
  impactStartAt: maybe(instant),
  mitigatedAt: maybe(instant),
  resolvedAt: maybe(instant),
  causedBy: maybe(text),
  url: maybe(text),
});

function observeDeployment(payload: unknown): Observation[] {
  const { id, changeIds, rollback, ...fields } = read(
    deploymentSchema,
    payload,
  );
  return [
    said({
      ...fields,
      key: id,
      at: fields.finishedAt,
      reportedKind: rollback ? ('rollback' as const) : undefined,
      changeKeys: changeIds,
    }),
  ];
}

function observeChange(payload: unknown): Observation[] {
  const { id, ...fields } = read(changeSchema, payload);
  return [
    said({ ...fields, key: id, at: fields.mergedAt, state: 'merged' as const }),
  ];
}

function observeIncident(payload: unknown): Observation[] {
  const { id, detectedAt, resolvedAt, ...fields } = read(
    incidentSchema,
    payload,
  );
  const common = said({ ...fields, key: id });
  const detected = { ...common, state: 'detected' as const, at: detectedAt };
  return resolvedAt
    ? [detected, { ...common, state: 'resolved' as const, at: resolvedAt }]
    : [detected];
}

const OBSERVERS: Record<string, (payload: unknown) => Observation[]> = {
  deployment: observeDeployment,
  change: observeChange,
  incident: observeIncident,
};

function observe({ type, payload }: ReceivedEvent): Observation[] {
  if (Object.hasOwn(OBSERVERS, type)) return OBSERVERS[type](payload);
  throw new UnusableEventError(
    'unsupported-type',
    `kind: must be deployment, change or incident, not '${type}'`,
  );
}

/** The last thing that it tells of: what happened later is another event. */
function timeOf(observations: readonly Observation[]): Date {
  const last = observations[observations.length - 1];
  return last.at;
}

function toEvent(payload: JsonValue): ReceivedEvent {
  const { kind, id } = read(z.object({ kind: text, id: identifier }), payload);
  const draft = {
    deliveryId: '',
    type: kind,
    occurredAt: new Date(0),
    payload,
  };
  const digest = createHash('sha256')
    .update(JSON.stringify(payload))
    .digest('hex')
    .slice(0, 32);
  return {
    ...draft,
    // The same thing may be told more than once, each time with more.
    deliveryId: `${kind}:${id.slice(0, 400)}:${digest}`,
    occurredAt: timeOf(observe(draft)),
  };
}

const MAX_BATCH = 1_000;

/** Plain JSON for tools that have no adapter: one object, or an array of them. */
export const genericSource: DeliverySource = {
  id: 'generic',
  personalFields: [],
  verify: verifyBearer,
  receive({ body }) {
    const parts = Array.isArray(body) ? body : [body];
    if (parts.length > MAX_BATCH) {
      throw new UnusableEventError(
        'malformed',
        `body: has ${parts.length} events; send at most ${MAX_BATCH} at once`,
      );
    }
    return parts.flatMap(part =>
      receiveOne(part, () => toEvent(part), observe),
    );
  },
  observe,
};
