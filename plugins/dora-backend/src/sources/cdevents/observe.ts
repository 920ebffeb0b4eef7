import {
  UnusableEventError,
  type ChangeObservation,
  type IncidentObservation,
  type Observation,
} from '@waymark/plugin-dora-node';
import { lookUp, read, said } from '../shared/read';
import {
  changeEventSchema,
  incidentEventSchema,
  runEventSchema,
  serviceEventSchema,
} from './schema';

const OUTCOMES: Record<string, 'success' | 'failure' | 'canceled'> = {
  success: 'success',
  failure: 'failure',
  error: 'failure',
  cancel: 'canceled',
  canceled: 'canceled',
  cancelled: 'canceled',
};

/**
 * A service was deployed, upgraded or rolled back. The standard cannot say how
 * it ended, so that it was announced means success, unless `customData` knows
 * better.
 */
function observeService(
  payload: unknown,
  reportedKind?: 'rollback',
): Observation[] {
  const { context, subject, customData } = read(serviceEventSchema, payload);
  const { environment, artifactId } = subject.content;
  return [
    said({
      kind: 'deployment' as const,
      key: `${context.source}#${context.id}`,
      at: context.timestamp,
      service: subject.id,
      environment: environment.id,
      startedAt: customData.startedAt,
      finishedAt: customData.finishedAt ?? context.timestamp,
      result: customData.result ?? 'success',
      commitSha: customData.commitSha,
      version: customData.version ?? artifactId,
      reportedKind,
      unplanned: customData.unplanned,
      remediates: customData.remediates,
      releaseId: customData.releaseId,
      changeKeys: customData.changeIds,
      url: customData.runUrl,
    }),
  ];
}

/**
 * A pipeline run speaks of a deployment where it names service and environment.
 * One that succeeded is left to `service.deployed`, which tells more: both
 * would count twice.
 */
function observeRun(payload: unknown): Observation[] {
  const { context, subject, customData } = read(runEventSchema, payload);
  const { outcome, uri, url } = subject.content;
  const result =
    customData.result ?? lookUp(OUTCOMES, (outcome ?? '').toLowerCase());
  const { service, environment } = customData;
  if (!service || !environment || !result || result === 'success') return [];
  return [
    said({
      kind: 'deployment' as const,
      key: `${context.source}#run ${subject.id}`,
      at: context.timestamp,
      service,
      environment,
      startedAt: customData.startedAt,
      finishedAt: customData.finishedAt ?? context.timestamp,
      result,
      commitSha: customData.commitSha,
      version: customData.version,
      unplanned: customData.unplanned,
      remediates: customData.remediates,
      releaseId: customData.releaseId,
      url: customData.runUrl ?? uri ?? url,
    }),
  ];
}

function observeChange(
  payload: unknown,
  state: ChangeObservation['state'],
): Observation[] {
  const { context, subject, customData } = read(changeEventSchema, payload);
  const { repository: named, ...data } = customData;
  const repository = subject.content.repository?.id ?? named;
  if (!repository && !data.service) {
    throw new UnusableEventError(
      'missing-field',
      'subject.content.repository.id: is missing, and so is customData.service; one of them tells whose change this is',
    );
  }
  return [
    said({
      ...data,
      kind: 'change' as const,
      key: subject.id,
      at: context.timestamp,
      repository: repository ?? '',
      state,
    }),
  ];
}

function observeIncident(
  payload: unknown,
  state: IncidentObservation['state'],
): Observation[] {
  const { context, subject, customData } = read(incidentEventSchema, payload);
  const { content } = subject;
  const service = content.service?.id ?? customData.service;
  if (!service) {
    throw new UnusableEventError(
      'missing-field',
      'subject.content.service.id: is missing; it names the service that suffers',
    );
  }
  return [
    said({
      kind: 'incident' as const,
      key: subject.id,
      at: context.timestamp,
      service,
      environment: content.environment?.id,
      state,
      title: customData.title ?? content.description,
      severity: customData.severity,
      impactStartAt: customData.impactStartAt,
      mitigatedAt: customData.mitigatedAt,
      causedBy: customData.causedBy,
      url: customData.url ?? content.ticketURI,
    }),
  ];
}

/** By subject and predicate: whatever version of the type. Others say nothing about deliveries. */
export const OBSERVERS: Record<string, (payload: unknown) => Observation[]> = {
  'service.deployed': payload => observeService(payload),
  'service.upgraded': payload => observeService(payload),
  'service.rolledback': payload => observeService(payload, 'rollback'),
  'pipelinerun.finished': observeRun,
  'taskrun.finished': observeRun,
  'change.created': payload => observeChange(payload, 'opened'),
  'change.updated': payload => observeChange(payload, undefined),
  'change.reviewed': payload => observeChange(payload, 'reviewed'),
  'change.merged': payload => observeChange(payload, 'merged'),
  'change.abandoned': payload => observeChange(payload, 'abandoned'),
  'incident.detected': payload => observeIncident(payload, 'detected'),
  'incident.reported': payload => observeIncident(payload, 'detected'),
  'incident.resolved': payload => observeIncident(payload, 'resolved'),
};
