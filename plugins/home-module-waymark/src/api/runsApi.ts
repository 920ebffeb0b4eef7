import { createApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { Outcome, Run, RunStatus } from '../runs/run';
import { eventsSchema, tasksSchema, toOutcome, toRun } from './scaffolderTasks';

export interface ListRunsOptions {
  createdBy?: string;
  status?: RunStatus;
  limit: number;
  offset?: number;
}

/** Runs of templates, as far as the person may see them, the newest first. */
export interface RunsApi {
  listRuns(options: ListRunsOptions): Promise<{ runs: Run[]; total: number }>;
  /** What came of a run that is over; undefined while it is not. */
  getOutcome(runId: string): Promise<Outcome | undefined>;
}

export const runsApiRef = createApiRef<RunsApi>().with({
  id: 'plugin.home.runs',
  pluginId: 'home',
});

/** Reads the HTTP API of the scaffolder, whose own client knows no status filter. */
export class ScaffolderRunsApi implements RunsApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async listRuns(options: ListRunsOptions) {
    const { createdBy, status, limit, offset } = options;
    const query = new URLSearchParams({
      limit: String(limit),
      ...(offset && { offset: String(offset) }),
      ...(createdBy && { createdBy }),
      ...(status && { status }),
    });
    query.append('order', 'desc:created_at');
    const { tasks, totalTasks } = tasksSchema.parse(
      await this.#get(`tasks?${query}`),
    );
    return {
      runs: tasks.map(toRun),
      total: totalTasks ?? tasks.length,
    };
  }

  async getOutcome(runId: string) {
    const path = `tasks/${encodeURIComponent(runId)}/events`;
    return toOutcome(eventsSchema.parse(await this.#get(path)));
  }

  async #get(path: string): Promise<unknown> {
    const response = await this.#fetchApi.fetch(
      `plugin://scaffolder/v2/${path}`,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
