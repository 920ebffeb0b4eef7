import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { runsApiRef, type RunsApi } from '../../api/runsApi';
import type { Run } from '../../runs/run';
import { usageByTemplate } from '../../runs/usageByTemplate';

export const WINDOW_DAYS = 28;
const DAY_MS = 24 * 60 * 60 * 1_000;
const PAGE_SIZE = 100;
/** A run carries its whole template, so the browser asks for a bounded number. */
const MAX_PAGES = 5;

/** How templates were used in the last days, from the runs that one may see. */
export function useTemplateUsage() {
  const runsApi = useApi(runsApiRef);
  return useQuery({
    queryKey: ['home', 'template-usage'],
    queryFn: async () => {
      const to = new Date();
      const from = new Date(to.getTime() - WINDOW_DAYS * DAY_MS);
      const { runs, isComplete } = await runsSince(runsApi, from);
      const templates = usageByTemplate(runs, { from, to });
      return {
        templates,
        total: templates.reduce((sum, usage) => sum + usage.runs, 0),
        isComplete,
        from,
        to,
      };
    },
  });
}

async function runsSince(runsApi: RunsApi, from: Date) {
  const runs: Run[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await runsApi.listRuns({
      limit: PAGE_SIZE,
      offset: page * PAGE_SIZE,
    });
    runs.push(...answer.runs);
    const oldest = answer.runs.at(-1);
    const isLast = runs.length >= answer.total || !oldest;
    if (isLast || new Date(oldest.startedAt) < from) {
      return { runs, isComplete: true };
    }
  }
  return { runs, isComplete: false };
}
