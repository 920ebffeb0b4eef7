import type {
  IncidentObservation,
  Observation,
} from '@waymark/plugin-dora-node';
import { causeIn } from '../shared/changes';
import { read, said, lookUp } from '../shared/read';
import { issueSchema } from './schema';

const INCIDENT_LABEL = /\bincident\b/i;
const SEVERITY_LABEL = /^(?:sev|severity)[-_:/ ]*(\w+)$/i;
const SERVICE_LABEL = /^service[:/] *(\S+)$/i;

/** Issues with a label that says `incident`; `service: <name>` and `sev1` tell more. */
export function observeIssue(payload: unknown): Observation[] {
  const { action, issue, repository } = read(issueSchema, payload);
  const labels = issue.labels.map(({ name }) => name);
  if (!labels.some(label => INCIDENT_LABEL.test(label))) return [];
  const labelled = (pattern: RegExp) =>
    labels.map(label => pattern.exec(label)?.[1]).find(Boolean);
  const { created_at, updated_at = created_at, closed_at } = issue;
  const steps: Record<
    string,
    { state: IncidentObservation['state']; at: Date } | undefined
  > = {
    closed: { state: 'resolved', at: closed_at ?? updated_at },
    reopened: { state: 'reopened', at: updated_at },
    opened: undefined,
  };
  const common = said({
    kind: 'incident' as const,
    key: `${repository.full_name}/issues/${issue.number}`,
    service: labelled(SERVICE_LABEL) ?? repository.full_name,
    title: issue.title,
    severity: labelled(SEVERITY_LABEL)?.toLowerCase(),
    causedBy: causeIn(issue.body),
    url: issue.html_url,
  });
  const step = lookUp(steps, action);
  const opened = { ...common, state: 'detected' as const, at: created_at };
  if (step) return [opened, { ...common, ...step }];
  // A label that came later, or a better title, is news about the same incident.
  return action === 'opened'
    ? [opened]
    : [opened, { ...common, state: 'updated' as const, at: updated_at }];
}
