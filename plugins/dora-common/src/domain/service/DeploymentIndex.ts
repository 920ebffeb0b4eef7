import type { ClassifiedRelease } from './classify';
import { isSameCommit } from './shas';

/** Finds the counted release that somebody means. */
export class DeploymentIndex {
  readonly #releases: readonly ClassifiedRelease[];
  readonly #byPart = new Map<string, number>();

  /** @param releases - classified, in order */
  constructor(releases: readonly ClassifiedRelease[]) {
    this.#releases = releases;
    releases.forEach((release, position) => {
      for (const part of release.parts) this.#byPart.set(part.id, position);
    });
  }

  /**
   * By the id of a deployment: a region stands for its release, a redeploy for
   * the counted release that it deployed again.
   */
  byId(id: string): ClassifiedRelease | null {
    const position = this.#byPart.get(id);
    if (position === undefined) return null;
    const release = this.#releases[position];
    if (release.counted) return release;
    return release.previous === null ? null : this.#releases[release.previous];
  }

  /** The last counted release of that commit that finished by then; else the first one after. */
  bySha(sha: string, by: Date): ClassifiedRelease | null {
    const same = this.#releases.filter(
      ({ counted, commitSha }) =>
        counted && commitSha !== null && isSameCommit(commitSha, sha),
    );
    return (
      same.findLast(({ finishedAt }) => finishedAt <= by) ?? same[0] ?? null
    );
  }

  /** The last counted release that finished by then. */
  lastBefore(by: Date): ClassifiedRelease | null {
    let low = 0;
    let high = this.#releases.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#releases[middle].finishedAt <= by) low = middle + 1;
      else high = middle;
    }
    const last = this.#releases[low - 1];
    if (!last) return null;
    if (last.counted) return last;
    return last.previous === null ? null : this.#releases[last.previous];
  }
}
