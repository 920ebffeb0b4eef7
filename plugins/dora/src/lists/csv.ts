import type { CsvValue } from '@waymark/charts-react';
import type { Change, Deployment, Incident } from '@waymark/plugin-dora-common';

type Columns<T> = readonly (readonly [string, (item: T) => CsvValue])[];

const table =
  <T>(columns: Columns<T>) =>
  (items: readonly T[]): CsvValue[][] =>
    [
      columns.map(([name]) => name),
      ...items.map(item => columns.map(([, valueOf]) => valueOf(item))),
    ];

// The names of the columns are those of the API: whoever reads a file with a
// script finds the same fields there, instants in UTC and durations in seconds.

export const deploymentRows = table<Deployment>([
  ['id', d => d.id],
  ['service', d => d.service],
  ['owner', d => d.owner],
  ['environment', d => d.environment],
  ['tier', d => d.tier],
  ['version', d => d.version],
  ['commitSha', d => d.commitSha],
  ['startedAt', d => d.startedAt],
  ['finishedAt', d => d.finishedAt],
  ['result', d => d.result],
  ['kind', d => d.kind],
  ['counted', d => String(d.counted)],
  ['failed', d => String(d.failed)],
  ['failureReason', d => d.failureReason],
  ['pending', d => String(d.pending)],
  ['unplanned', d => String(d.unplanned)],
  ['recoverySeconds', d => d.recoverySeconds],
  ['changes', d => d.changes],
  ['incidents', d => d.incidents],
  ['url', d => d.url],
]);

export const changeRows = table<Change>([
  ['id', c => c.id],
  ['title', c => c.title],
  ['repository', c => c.repository],
  ['service', c => c.service],
  ['owner', c => c.owner],
  ['firstCommitAt', c => c.firstCommitAt],
  ['openedAt', c => c.openedAt],
  ['firstReviewAt', c => c.firstReviewAt],
  ['approvedAt', c => c.approvedAt],
  ['mergedAt', c => c.mergedAt],
  ['deployedAt', c => c.deployedAt],
  ['leadSeconds', c => c.leadSeconds],
  ['codingSeconds', c => c.stages.coding],
  ['pickupSeconds', c => c.stages.pickup],
  ['reviewSeconds', c => c.stages.review],
  ['deploySeconds', c => c.stages.deploy],
  ['sample', c => String(c.sample)],
  ['isBot', c => String(c.isBot)],
  ['additions', c => c.additions],
  ['deletions', c => c.deletions],
  ['deploymentId', c => c.deploymentId],
  ['linkMethod', c => c.link?.method],
  ['linkConfidence', c => c.link?.confidence],
  ['url', c => c.url],
]);

export const incidentRows = table<Incident>([
  ['id', i => i.id],
  ['title', i => i.title],
  ['service', i => i.service],
  ['owner', i => i.owner],
  ['severity', i => i.severity],
  ['impactStartAt', i => i.impactStartAt],
  ['detectedAt', i => i.detectedAt],
  ['mitigatedAt', i => i.mitigatedAt],
  ['resolvedAt', i => i.resolvedAt],
  ['reopened', i => i.reopened],
  ['causeId', i => i.causeId],
  ['linkMethod', i => i.link?.method],
  ['linkConfidence', i => i.link?.confidence],
  ['url', i => i.url],
]);
