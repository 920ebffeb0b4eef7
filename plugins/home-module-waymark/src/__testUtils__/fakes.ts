import type { RoleName } from '@waymark/roles-common';
import type { ListRunsOptions, RunsApi } from '../api/runsApi';
import type { RolesApi } from '../api/rolesApi';
import type { Outcome, Run } from '../runs/run';

/** Tells roles, or fails until it is told to answer. */
export class FakeRolesApi implements RolesApi {
  readonly #roles: RoleName[];
  failure: Error | undefined;

  constructor(roles: RoleName[]) {
    this.#roles = roles;
  }

  getMyRoles: RolesApi['getMyRoles'] = async () => {
    if (this.failure) throw this.failure;
    return { roles: this.#roles };
  };
}

/** Runs in memory, filtered the way the scaffolder does. */
export class FakeRunsApi implements RunsApi {
  readonly #runs: Run[];
  readonly #outcomes: Record<string, Outcome>;
  failure: Error | undefined;

  constructor(runs: Run[] = [], outcomes: Record<string, Outcome> = {}) {
    this.#runs = runs;
    this.#outcomes = outcomes;
  }

  async listRuns({ createdBy, status, limit, offset = 0 }: ListRunsOptions) {
    if (this.failure) throw this.failure;
    const found = this.#runs.filter(
      run =>
        (!createdBy || run.startedBy === createdBy) &&
        (!status || run.status === status),
    );
    return { runs: found.slice(offset, offset + limit), total: found.length };
  }

  async getOutcome(runId: string) {
    const outcome = this.#outcomes[runId];
    if (!outcome) throw new Error(`The log of ${runId} is gone`);
    return outcome;
  }
}
