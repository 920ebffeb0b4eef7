import { GitProviderConfig, buildLocationUrl } from '@waymark/git-node';
import {
  Change,
  Problem,
  Repository,
  Scan,
} from '@waymark/plugin-catalog-git-common';
import {
  ChangeRecord,
  ProblemRecord,
  RepositoryRecord,
  ScanRecord,
} from '../database/IngestionStore';
import { remedies } from '../domain/remedies';

/** Location key of the entities of a repository: one owner per key in the catalog. */
export function locationKeyOf(provider: string, repository: string): string {
  return `git:${provider}:${repository}`;
}

export function toRepository(
  record: RepositoryRecord,
  provider: GitProviderConfig | undefined,
): Repository {
  return {
    ...record,
    lastScannedAt: record.lastScannedAt?.toISOString() ?? null,
    lastChangedAt: record.lastChangedAt?.toISOString() ?? null,
    url: placeUrl(provider, record.name, record.branch, ''),
  };
}

export function toProblem(
  record: ProblemRecord,
  provider: GitProviderConfig | undefined,
): Problem {
  const { branch, since, ...rest } = record;
  const url = placeUrl(provider, record.repository, branch, record.path);
  return {
    ...rest,
    since: since.toISOString(),
    remedy: remedies[record.code],
    url: record.line ? `${url}#L${record.line}` : url,
  };
}

export function toScan(record: ScanRecord): Scan {
  const { provider: _provider, ...rest } = record;
  return {
    ...rest,
    startedAt: record.startedAt.toISOString(),
    finishedAt: record.finishedAt?.toISOString() ?? null,
  };
}

export function toChange(record: ChangeRecord, provider: string): Change {
  return {
    sequence: record.sequence,
    entityRef: record.entityRef,
    locationKey: locationKeyOf(provider, record.repository),
    entity: record.entity ?? null,
  };
}

function placeUrl(
  provider: GitProviderConfig | undefined,
  repository: string,
  branch: string | null,
  path: string,
): string {
  const kind = path === '' ? 'tree' : 'blob';
  return buildLocationUrl({
    baseUrl: provider?.baseUrl ?? '',
    repository,
    kind,
    ref: branch ?? 'HEAD',
    path,
  });
}
