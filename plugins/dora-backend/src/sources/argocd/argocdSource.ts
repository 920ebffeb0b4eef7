import {
  type DeliverySource,
  type DeploymentObservation,
  type Observation,
  type ReceivedEvent,
} from '@waymark/plugin-dora-node';
import { z } from 'zod';
import { versionOfImage } from '../shared/changes';
import { identifier, instant, lookUp, maybe, read, said } from '../shared/read';
import { receiveOne } from '../shared/receive';
import { verifyBearer } from '../shared/signatures';

const text = z.string().max(2_000);
const words = z.record(z.string(), z.string()).catch({});

/** What the notification template sends; see docs/delivery/connect/argocd.md. */
const eventSchema = z.object({
  context: z.object({ argocdUrl: maybe(text) }).catch({}),
  app: z.object({
    metadata: z.object({
      name: z.string().min(1).max(300),
      namespace: maybe(text),
      labels: words.optional(),
      annotations: words.optional(),
    }),
    spec: z
      .object({
        destination: maybe(
          z.object({
            server: maybe(text),
            name: maybe(text),
            namespace: maybe(text),
          }),
        ),
      })
      .default({}),
    status: z.object({
      health: maybe(z.object({ status: maybe(text) })),
      operationState: z.object({
        phase: text,
        startedAt: instant,
        finishedAt: maybe(instant),
      }),
      summary: maybe(z.object({ images: z.array(text).default([]) })),
      history: maybe(z.array(z.object({ id: maybe(identifier) }))),
    }),
  }),
});

type Result = NonNullable<DeploymentObservation['result']>;

/** Argo CD calls it an error when its own machinery fails, and a failure when the application does. */
const PHASES: Record<string, Result> = {
  Succeeded: 'success',
  Failed: 'failure',
  Error: 'failure',
};

/**
 * The end of a sync. The revision that Argo CD tells is that of the manifests,
 * so the commit is what the annotation `waymark.dev/commit` says, and the
 * version that of the first image.
 */
function observe({ payload }: ReceivedEvent): Observation[] {
  const { app, context } = read(eventSchema, payload);
  const { metadata, spec, status } = app;
  const { phase, startedAt, finishedAt } = status.operationState;
  const { annotations = {}, labels = {} } = metadata;
  const result = lookUp(PHASES, phase);
  const { destination = {} } = spec;
  const environment =
    annotations['waymark.dev/environment'] ??
    labels.environment ??
    labels.env ??
    destination.name ??
    destination.server ??
    'unnamed';
  return [
    said({
      kind: 'deployment' as const,
      key: `${metadata.namespace ?? 'argocd'}/${
        metadata.name
      }@${startedAt.toISOString()}`,
      at: finishedAt ?? startedAt,
      service:
        annotations['waymark.dev/service'] ??
        labels['app.kubernetes.io/name'] ??
        metadata.name,
      environment,
      startedAt,
      finishedAt: result && finishedAt,
      result: finishedAt && result,
      commitSha: annotations['waymark.dev/commit'],
      version:
        annotations['waymark.dev/version'] ??
        versionOfImage(status.summary?.images[0] ?? ''),
      releaseId: annotations['waymark.dev/release'],
      url: context.argocdUrl
        ? `${context.argocdUrl}/applications/${metadata.name}`
        : undefined,
    }),
  ];
}

/** Argo CD, through its notifications. */
export const argocdSource: DeliverySource = {
  id: 'argocd',
  personalFields: [
    'app.status.operationState.operation.initiatedBy.username',
    'app.operation.initiatedBy.username',
    'app.status.history[].initiatedBy.username',
  ],
  verify: verifyBearer,
  receive({ body }) {
    return receiveOne(
      body,
      () => {
        const { app } = read(eventSchema, body);
        const { startedAt, finishedAt, phase } = app.status.operationState;
        const { name, namespace = 'argocd' } = app.metadata;
        const at = finishedAt ?? startedAt;
        return {
          deliveryId: [namespace, name, phase, at.toISOString()].join('/'),
          type: `sync.${phase}`,
          occurredAt: at,
          payload: body,
        };
      },
      observe,
    );
  },
  observe,
};
