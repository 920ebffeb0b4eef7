import { localDateSchema, type MetricWindow } from '../schemas/window';
import { addDays, localDateOf } from './localDate';
import { windowDays } from './window';

/** Raw data is kept for 25 months; nothing older can be asked for. */
export const LONGEST_WINDOW_DAYS = 762;

export type WindowField = 'from' | 'to';

/** `order`: not later than from. `future`: nothing of the window has happened yet. */
export type WindowProblemCode = 'date' | 'order' | 'tooLong' | 'future';

export interface WindowProblem {
  field: WindowField;
  code: WindowProblemCode;
}

export type ParsedWindow =
  | { ok: true; window: MetricWindow }
  | { ok: false; problem: WindowProblem };

const isDate = (text: unknown) => localDateSchema.safeParse(text).success;

function problemOf(window: MetricWindow, now: Date): WindowProblem | undefined {
  const { from, to, timezone } = window;
  if (!isDate(from)) return { field: 'from', code: 'date' };
  if (!isDate(to)) return { field: 'to', code: 'date' };
  if (from >= to) return { field: 'to', code: 'order' };
  if (windowDays(window) > LONGEST_WINDOW_DAYS) {
    return { field: 'from', code: 'tooLong' };
  }
  return from >= addDays(localDateOf(now, timezone), 1)
    ? { field: 'from', code: 'future' }
    : undefined;
}

/** A window from two local dates as a person or a URL gives them. */
export function parseWindow(
  dates: { from: string; to: string },
  { now, timezone }: { now: Date; timezone: string },
): ParsedWindow {
  const window = { ...dates, timezone };
  const problem = problemOf(window, now);
  return problem ? { ok: false, problem } : { ok: true, window };
}
