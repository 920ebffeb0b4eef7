import type { DeploymentKind, EarlierDeployment } from '../derived';
import type { Release } from './releases';
import { isSameCode, VersionHistory } from './VersionHistory';

/** A release in its place among those of its service. */
export interface ClassifiedRelease extends Release {
  kind: DeploymentKind;
  counted: boolean;
  /** It finished before the window; how it counts was given, not found out. */
  isEarlier: boolean;
  /** Position of the last release that ran the same before. */
  sameAs: number | null;
  /** Position of the counted release before it. */
  previous: number | null;
  /** Position of the release of kind `deploy` before it. */
  previousDeploy: number | null;
}

/**
 * What each release was.
 *
 * A person's decision stands over the reporter's word, and that over what the
 * versions tell: what runs already makes a redeploy, any other version seen
 * before a rollback. A redeploy does not count.
 *
 * @param releases - in the order in which they finished
 * @param earlier - how those before the window were classified, by id
 */
export function classifyReleases(
  releases: readonly Release[],
  earlier: ReadonlyMap<string, EarlierDeployment>,
): ClassifiedRelease[] {
  const seen = new VersionHistory();
  let previous: number | null = null;
  let previousDeploy: number | null = null;
  return releases.map((release, position) => {
    const known = earlier.get(release.id);
    const sameAs = seen.lastOf(release);
    const kind = known?.kind ?? kindOf(release, releases[position - 1], sameAs);
    const counted = known?.counted ?? kind !== 'redeploy';
    const classified = {
      ...release,
      kind,
      counted,
      isEarlier: known !== undefined,
      sameAs,
      previous,
      previousDeploy,
    };
    seen.add(release, position);
    if (counted) previous = position;
    if (counted && kind === 'deploy') previousDeploy = position;
    return classified;
  });
}

function kindOf(
  release: Release,
  running: Release | undefined,
  sameAs: number | null,
): DeploymentKind {
  const { override, reportedKind } = release;
  if (override.kind) return override.kind;
  if (reportedKind) return reportedKind;
  if (running && isSameCode(release, running)) return 'redeploy';
  return sameAs === null ? 'deploy' : 'rollback';
}
