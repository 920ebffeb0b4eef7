import { GitProviderConfig } from '@waymark/git-node';
import {
  Change,
  PastProblem,
  Problem,
  Repository,
  RepositoryScan,
  Scan,
} from '@waymark/plugin-catalog-git-common';
import {
  ChangeRecord,
  PastProblemRecord,
  ProblemRecord,
  RepositoryRecord,
  RepositoryScanRecord,
  ScanRecord,
} from '../database/IngestionStore';
import { locationKeyOf, placeUrl, problemUrl } from '../domain/places';
import { remedies } from '../domain/remedies';

export function toRepository(
  record: RepositoryRecord,
  provider: GitProviderConfig | undefined,
): Repository {
  return {
    ...record,
    lastScannedAt: record.lastScannedAt?.toISOString() ?? null,
    lastChangedAt: record.lastChangedAt?.toISOString() ?? null,
    retryAt: record.retryAt?.toISOString() ?? null,
    url: placeUrl(provider, record.name, record.branch, ''),
  };
}

export function toProblem(
  record: ProblemRecord,
  provider: GitProviderConfig | undefined,
): Problem {
  const { branch: _branch, since, ...rest } = record;
  return {
    ...rest,
    since: since.toISOString(),
    remedy: remedies[record.code],
    url: problemUrl(record, provider),
  };
}

export function toScan(record: ScanRecord): Scan {
  const { provider: _provider, lapsed, ...rest } = record;
  const running = lapsed ? 'interrupted' : 'running';
  return {
    ...rest,
    startedAt: record.startedAt.toISOString(),
    finishedAt: record.finishedAt?.toISOString() ?? null,
    state: record.finishedAt ? 'finished' : running,
  };
}

export function toPastProblem(record: PastProblemRecord): PastProblem {
  return {
    ...record,
    since: record.since.toISOString(),
    resolvedAt: record.resolvedAt.toISOString(),
  };
}

export function toRepositoryScan(record: RepositoryScanRecord): RepositoryScan {
  return { ...record, finishedAt: record.finishedAt.toISOString() };
}

export function toChange(record: ChangeRecord, provider: string): Change {
  return {
    sequence: record.sequence,
    entityRef: record.entityRef,
    locationKey: locationKeyOf(provider, record.repository),
    entity: record.entity ?? null,
  };
}
