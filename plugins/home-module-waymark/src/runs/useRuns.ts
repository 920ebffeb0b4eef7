import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { runsApiRef, type ListRunsOptions, type RunsApi } from '../api/runsApi';
import { isOver, type Outcome, type Run } from './run';

/** A run, and what came of it if it is over and there is word of it. */
export interface RunWithOutcome {
  run: Run;
  outcome?: Outcome;
}

/** Some runs, each with its outcome. */
export function useRuns(options: Omit<ListRunsOptions, 'offset'>) {
  const runsApi = useApi(runsApiRef);
  return useQuery({
    queryKey: ['home', 'runs', options],
    queryFn: async () => {
      const { runs, total } = await runsApi.listRuns(options);
      return {
        total,
        runs: await Promise.all(runs.map(run => withOutcome(runsApi, run))),
      };
    },
  });
}

/** That a log is gone does not hide the run. */
async function withOutcome(
  runsApi: RunsApi,
  run: Run,
): Promise<RunWithOutcome> {
  if (!isOver(run)) {
    return { run };
  }
  try {
    return { run, outcome: await runsApi.getOutcome(run.id) };
  } catch {
    return { run };
  }
}
