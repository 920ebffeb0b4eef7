interface Version {
  commitSha: string | null;
  version: string | null;
}

/**
 * When each version was last in production.
 *
 * Two deployments ran the same where their commits are the same; where one of
 * them names no commit, where their versions are.
 */
export class VersionHistory {
  readonly #bySha = new Map<string, number>();
  readonly #byVersion = new Map<string, number>();
  readonly #byVersionWithoutSha = new Map<string, number>();

  /** @returns the highest position that ran the same; null: none did, or nobody says what it ran */
  lastOf({ commitSha, version }: Version): number | null {
    const found =
      commitSha === null
        ? [version === null ? undefined : this.#byVersion.get(version)]
        : [
            this.#bySha.get(commitSha),
            version === null
              ? undefined
              : this.#byVersionWithoutSha.get(version),
          ];
    return found.reduce<number | null>(
      (best, position) =>
        position === undefined ? best : Math.max(best ?? position, position),
      null,
    );
  }

  add({ commitSha, version }: Version, position: number): void {
    if (commitSha !== null) this.#bySha.set(commitSha, position);
    if (version === null) return;
    this.#byVersion.set(version, position);
    if (commitSha === null) this.#byVersionWithoutSha.set(version, position);
  }
}
