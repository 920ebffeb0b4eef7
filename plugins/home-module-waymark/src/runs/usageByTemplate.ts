import { templateTitle, type Run } from './run';

export interface TemplateUsage {
  /** Entity ref; runs without a template (of a draft) are together. */
  ref: string | undefined;
  title: string | undefined;
  /** All in the window, whatever became of them. */
  runs: number;
  succeeded: number;
  failed: number;
  /** Of those that succeeded or failed; undefined where there is none. */
  successShare: number | undefined;
}

/** Runs of each template in `[from, to)`, the most used first. */
export function usageByTemplate(
  runs: readonly Run[],
  window: { from: Date; to: Date },
): TemplateUsage[] {
  const usage = new Map<string | undefined, TemplateUsage>();
  for (const run of runs) {
    const startedAt = new Date(run.startedAt);
    if (startedAt < window.from || startedAt >= window.to) {
      continue;
    }
    const { ref } = run.template;
    const known = usage.get(ref) ?? {
      ref,
      title: templateTitle(run),
      runs: 0,
      succeeded: 0,
      failed: 0,
      successShare: undefined,
    };
    const succeeded = known.succeeded + Number(run.status === 'completed');
    const failed = known.failed + Number(run.status === 'failed');
    usage.set(ref, {
      ...known,
      runs: known.runs + 1,
      succeeded,
      failed,
      successShare:
        succeeded + failed > 0 ? succeeded / (succeeded + failed) : undefined,
    });
  }
  return [...usage.values()].sort(
    (a, b) => b.runs - a.runs || (a.title ?? '').localeCompare(b.title ?? ''),
  );
}
