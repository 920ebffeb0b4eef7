import { GitProviderConfig, buildLocationUrl } from '@waymark/git-node';

/** Location key of the entities of a repository: one owner per key in the catalog. */
export function locationKeyOf(provider: string, repository: string): string {
  return `git:${provider}:${repository}`;
}

/** Where people see the line. */
export function problemUrl(
  problem: {
    repository: string;
    branch: string | null;
    path: string;
    line: number | null;
  },
  provider: GitProviderConfig | undefined,
): string {
  const { repository, branch, path, line } = problem;
  const url = placeUrl(provider, repository, branch, path);
  return line ? `${url}#L${line}` : url;
}

/** Where people see a file, or a repository, in the portal or at its host. */
export function placeUrl(
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
