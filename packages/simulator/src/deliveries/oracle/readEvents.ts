import type { CdEvent } from '../events/cdevent';
import type { Seen, SeenIncident } from './seen';

type Data = Record<string, unknown>;

const text = (value: unknown) =>
  typeof value === 'string' ? value : undefined;
const instant = (value: unknown) =>
  typeof value === 'string' ? Date.parse(value) : undefined;
const list = (value: unknown) =>
  Array.isArray(value) ? value.map(String) : undefined;
const nested = (value: unknown, key: string) =>
  typeof value === 'object' && value !== null && key in value
    ? text((value as Data)[key])
    : undefined;

/**
 * Reads CDEvents in any order, once each. Its own reading on purpose: it shares
 * nothing with the portal that it is compared with.
 */
export function readEvents(events: Iterable<CdEvent>): Seen {
  const seen: Seen = {
    deployments: [],
    changes: [],
    incidents: [],
    lastAt: undefined,
  };
  const ids = new Set<string>();
  const incidents = new Map<string, CdEvent[]>();

  for (const event of events) {
    const { context, subject } = event;
    const key = `${context.source} ${context.id}`;
    if (ids.has(key)) continue;
    ids.add(key);
    const at = Date.parse(context.timestamp);
    seen.lastAt = Math.max(seen.lastAt ?? at, at);
    const data: Data = event.customData ?? {};
    const [, , subjectType, predicate] = context.type.split('.');
    if (subjectType === 'change' && predicate === 'merged') {
      seen.changes.push({
        id: subject.id,
        service: text(data.service) ?? '',
        title: text(data.title) ?? '',
        labels: list(data.labels) ?? [],
        isBot: data.isBot === true,
        sha: text(data.mergeCommitSha),
        firstCommitAt: instant(data.firstCommitAt),
        openedAt: instant(data.openedAt),
        firstReviewAt: instant(data.firstReviewAt),
        mergedAt: instant(data.mergedAt) ?? at,
      });
    } else if (subjectType === 'service') {
      const finishedAt = instant(data.finishedAt) ?? at;
      seen.deployments.push({
        eventId: context.id,
        service: subject.id,
        environment: nested(subject.content.environment, 'id') ?? '',
        finishedAt,
        startedAt: instant(data.startedAt) ?? finishedAt,
        result: text(data.result) ?? 'success',
        sha: text(data.commitSha),
        version: text(subject.content.artifactId) ?? text(data.commitSha) ?? '',
        saysRollback: predicate === 'rolledback',
        unplanned:
          typeof data.unplanned === 'boolean' ? data.unplanned : undefined,
        remediates: text(data.remediates),
        releaseId: text(data.releaseId),
        changeIds: list(data.changeIds),
      });
    } else if (subjectType === 'incident') {
      const told = incidents.get(subject.id) ?? [];
      incidents.set(subject.id, [...told, event]);
    }
  }
  for (const [id, told] of incidents) seen.incidents.push(fold(id, told));
  return seen;
}

/** The story of one incident: detected, over, perhaps back again, over for good. */
function fold(id: string, told: CdEvent[]): SeenIncident {
  const incident: SeenIncident = {
    id,
    service: '',
    environment: '',
    detectedAt: Number.POSITIVE_INFINITY,
  };
  const inOrder = [...told].sort((a, b) =>
    a.context.timestamp < b.context.timestamp ? -1 : 1,
  );
  for (const { context, subject, customData = {} } of inOrder) {
    const at = Date.parse(context.timestamp);
    const { service, environment } = subject.content;
    incident.service = nested(service, 'id') ?? incident.service;
    incident.environment = nested(environment, 'id') ?? incident.environment;
    incident.causedBy = text(customData.causedBy) ?? incident.causedBy;
    incident.impactStartAt =
      instant(customData.impactStartAt) ?? incident.impactStartAt;
    incident.mitigatedAt =
      instant(customData.mitigatedAt) ?? incident.mitigatedAt;
    if (context.type.includes('.resolved.')) incident.resolvedAt = at;
    else {
      incident.detectedAt = Math.min(incident.detectedAt, at);
      incident.resolvedAt = undefined;
    }
  }
  return incident;
}
