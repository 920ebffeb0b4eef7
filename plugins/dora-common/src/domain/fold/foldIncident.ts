import type { IncidentObservation } from '../observations';
import { inOrder } from './inOrder';
import { lastSaid } from './said';

/** What all events about one incident say together, in the words of its source. */
export interface FoldedIncident {
  key: string;
  service: string;
  environment: string | null;
  title: string | null;
  severity: string | null;
  detectedAt: Date;
  impactStartAt: Date | null;
  mitigatedAt: Date | null;
  /** null: open. */
  resolvedAt: Date | null;
  reopened: number;
  reportedCause: string | null;
  url: string | null;
}

/**
 * An incident that is opened again, however late, is the same incident: it
 * lasts from its first start to its last resolution, and the reopenings are
 * counted. Of several resolutions in a row the first stays.
 *
 * @param observations - of one key, in any order, any of them repeated
 */
export function foldIncident(
  observations: readonly [IncidentObservation, ...IncidentObservation[]],
): FoldedIncident;
export function foldIncident(
  observations: readonly IncidentObservation[],
): FoldedIncident | null;
export function foldIncident(
  observations: readonly IncidentObservation[],
): FoldedIncident | null {
  const ordered = inOrder(observations);
  const last = ordered.at(-1);
  if (!last) return null;
  const detected = ordered.find(({ state }) => state === 'detected');
  return {
    key: last.key,
    service: last.service,
    environment: lastSaid(ordered, 'environment'),
    title: lastSaid(ordered, 'title'),
    severity: lastSaid(ordered, 'severity'),
    detectedAt: (detected ?? ordered[0]).at,
    impactStartAt: lastSaid(ordered, 'impactStartAt'),
    ...courseOf(ordered),
    reportedCause: lastSaid(ordered, 'causedBy'),
    url: lastSaid(ordered, 'url'),
  };
}

type Course = Pick<FoldedIncident, 'mitigatedAt' | 'resolvedAt' | 'reopened'>;

function courseOf(ordered: readonly IncidentObservation[]): Course {
  const course: Course = { mitigatedAt: null, resolvedAt: null, reopened: 0 };
  let isReopened = false;
  let since = -Infinity;
  for (const { state, at, mitigatedAt } of ordered) {
    const startsAgain =
      state === 'reopened' ? !isReopened : isAgain(state, course);
    if (startsAgain) {
      course.mitigatedAt = null;
      course.resolvedAt = null;
      course.reopened += 1;
      isReopened = true;
      since = at.getTime();
    }
    // A tool that still shows the first mitigation says nothing about the second impact.
    const isCurrent = mitigatedAt && mitigatedAt.getTime() >= since;
    if (isCurrent) course.mitigatedAt = mitigatedAt;
    if (state === 'mitigated') course.mitigatedAt ??= at;
    if (state === 'resolved') {
      course.resolvedAt ??= at;
      isReopened = false;
    }
  }
  return course;
}

/** Some tools say "detected" once more instead of "reopened". */
function isAgain(state: IncidentObservation['state'], course: Course) {
  return state === 'detected' && course.resolvedAt !== null;
}
