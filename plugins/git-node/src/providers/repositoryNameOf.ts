import { InputError } from '@backstage/errors';
import { parseRemote } from '../remotes/parseRemote';

/**
 * `<owner>/<repo>` of a repository address: the last two segments of its path.
 *
 * @throws InputError when the address has fewer
 */
export function repositoryNameOf(address: string): string {
  const remote = parseRemote(address);
  const path = remote.kind === 'local' ? remote.path : pathOf(remote.url);
  const name = nameFromSegments(
    path.split('/').filter(s => s !== ''),
    2,
  );
  if (!name) {
    throw new InputError(
      `${path} does not tell <owner>/<repo>; set 'repository'`,
    );
  }
  return name;
}

/** Joins path segments to `<owner>/<repo>`; owners of deeper paths are joined with dots. */
export function nameFromSegments(
  segments: string[],
  depth = segments.length,
): string | undefined {
  const used = segments.slice(-Math.max(depth, 1));
  const repo = used.pop()?.replace(/\.git$/, '');
  const owner = used.join('.');
  return owner && repo ? `${owner}/${repo}` : undefined;
}

function pathOf(url: string): string {
  const scp = /^[^/]+@[^/:]+:(?!\/\/)(.+)$/.exec(url);
  return scp ? scp[1] : decodeURIComponent(new URL(url).pathname);
}
