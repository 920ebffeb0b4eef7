import {
  type DeliverySource,
  type DeploymentObservation,
  type Observation,
  type ReceivedEvent,
} from '@waymark/plugin-dora-node';
import { z } from 'zod';
import { instant, maybe, read, said, lookUp } from '../shared/read';
import { receiveOne } from '../shared/receive';
import {
  credentialOf,
  hmacSha256,
  isSignedBy,
  requireSignature,
} from '../shared/signatures';

const text = z.string().max(2_000);

const eventSchema = z.object({
  involvedObject: z.object({
    kind: text,
    name: z.string().min(1).max(300),
    namespace: text.default('default'),
    uid: maybe(text),
  }),
  reason: text,
  severity: maybe(text),
  timestamp: instant,
  metadata: z.record(z.string(), z.string()).catch({}).default({}),
});

type Result = NonNullable<DeploymentObservation['result']>;

/** Other reasons tell of progress, drift and housekeeping. */
const REASONS: Record<string, Result> = {
  ReconciliationSucceeded: 'success',
  InstallSucceeded: 'success',
  UpgradeSucceeded: 'success',
  RollbackSucceeded: 'success',
  ReconciliationFailed: 'failure',
  InstallFailed: 'failure',
  UpgradeFailed: 'failure',
  RollbackFailed: 'failure',
  HealthCheckFailed: 'failure',
};

const DEPLOYING = new Set(['Kustomization', 'HelmRelease']);
/** `main@sha1:<commit>`, `6.5.0@sha256:<digest>`; before Flux 2.0 `main/<commit>`. */
const REVISION = /^(.*?)(?:@(?:sha1:|sha256:)|\/)([0-9a-f]{7,64})$/i;

/** Metadata of Flux itself has the API group of the controller in front. */
function tell(metadata: Record<string, string>, name: string) {
  const entry = Object.entries(metadata).find(
    ([key]) => key === name || key.endsWith(`/${name}`),
  );
  return entry?.[1];
}

function observe({ payload }: ReceivedEvent): Observation[] {
  const { involvedObject, reason, timestamp, metadata } = read(
    eventSchema,
    payload,
  );
  const { kind, namespace, name } = involvedObject;
  const result = lookUp(REASONS, reason);
  if (!DEPLOYING.has(kind) || !result) return [];
  const revision = tell(metadata, 'revision') ?? '';
  const [, ref, sha] = REVISION.exec(revision) ?? [];
  const isGit = !revision.includes('@sha256:');
  return [
    said({
      kind: 'deployment' as const,
      key: [
        namespace,
        kind,
        name,
        revision,
        result,
        timestamp.toISOString(),
      ].join('/'),
      at: timestamp,
      service: tell(metadata, 'service') ?? name,
      environment:
        tell(metadata, 'environment') ?? tell(metadata, 'env') ?? namespace,
      finishedAt: timestamp,
      result,
      commitSha: tell(metadata, 'commit') ?? (isGit ? sha : undefined),
      version:
        tell(metadata, 'version') ??
        tell(metadata, 'app-version') ??
        (isGit ? undefined : ref || revision || undefined),
      reportedKind: reason.startsWith('Rollback')
        ? ('rollback' as const)
        : undefined,
      releaseId: tell(metadata, 'release'),
      url: tell(metadata, 'url'),
    }),
  ];
}

/** Flux, through a `generic-hmac` provider of its notification controller (or `generic` with a token). */
export const fluxSource: DeliverySource = {
  id: 'flux',
  personalFields: [],
  verify({ headers, rawBody }, secrets) {
    const signed = isSignedBy(
      [headers['x-signature'] ?? ''],
      secrets,
      secret => `sha256=${hmacSha256(secret, rawBody, 'hex')}`,
    );
    const known = isSignedBy(
      credentialOf(headers.authorization ?? ''),
      secrets,
      secret => secret,
    );
    requireSignature(
      signed || known,
      'x-signature: is missing, or does not fit the body; use a provider of type generic-hmac with the secret of this source',
    );
  },
  receive({ body }) {
    return receiveOne(
      body,
      () => {
        const { involvedObject, reason, timestamp, metadata } = read(
          eventSchema,
          body,
        );
        const { namespace, kind, name } = involvedObject;
        const revision = tell(metadata, 'revision') ?? '';
        return {
          deliveryId: [
            namespace,
            kind,
            name,
            reason,
            revision,
            timestamp.toISOString(),
          ].join('/'),
          type: `${kind}.${reason}`,
          occurredAt: timestamp,
          payload: body,
        };
      },
      observe,
    );
  },
  observe,
};
