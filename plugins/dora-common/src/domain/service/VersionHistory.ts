/** What a deployment put into production; null: nobody says. */
export interface Version {
  commitSha: string | null;
  version: string | null;
}

/**
 * When each version was last in production.
 *
 * Two deployments ran the same where their commits or their versions are the
 * same and neither differs as far as both are known: a tag such as `latest`
 * does not make two commits one, nor does a commit two builds of it.
 */
export class VersionHistory {
  /** Position by what has to be the same; an absent part is written as such. */
  readonly #last = new Map<string, number>();

  /** @returns the highest position that ran the same; null: none did, or nobody says what it ran */
  lastOf({ commitSha, version }: Version): number | null {
    const keys =
      commitSha !== null && version !== null
        ? [
            exactly(commitSha, version),
            exactly(commitSha, null),
            exactly(null, version),
          ]
        : [anyOf(commitSha, version)];
    return keys.reduce<number | null>((best, key) => {
      const position = this.#last.get(key);
      return position === undefined
        ? best
        : Math.max(best ?? position, position);
    }, null);
  }

  add({ commitSha, version }: Version, position: number): void {
    if (commitSha === null && version === null) return;
    this.#last.set(exactly(commitSha, version), position);
    if (commitSha !== null) this.#last.set(anyOf(commitSha, null), position);
    if (version !== null) this.#last.set(anyOf(null, version), position);
  }
}

function exactly(commitSha: string | null, version: string | null): string {
  return JSON.stringify(['exactly', commitSha, version]);
}

/** Whatever else is said. */
function anyOf(commitSha: string | null, version: string | null): string {
  return JSON.stringify(['any', commitSha, version]);
}

/** The same commit is the same code, however often it was built; where one names no commit, the version tells. */
export function isSameCode(a: Version, b: Version): boolean {
  if (a.commitSha !== null && b.commitSha !== null) {
    return a.commitSha === b.commitSha;
  }
  return a.version !== null && a.version === b.version;
}
