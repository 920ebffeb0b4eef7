import { InputError } from '@backstage/errors';
import { daysBetween } from '@waymark/metrics-common';
import type { MetricWindow } from '@waymark/plugin-dora-common';

const MAX_DAYS = 800;

/**
 * The window that a query names.
 *
 * @throws InputError where it ends before it begins, or is too long to be drawn
 */
export function readWindow(
  { from, to }: { from: string; to: string },
  timezone: string,
): MetricWindow {
  if (to <= from) {
    throw new InputError(
      `query.to: must be after query.from (${from}), and is not part of the window`,
    );
  }
  if (daysBetween(from, to) > MAX_DAYS) {
    throw new InputError(
      `query.from: at most ${MAX_DAYS} days before query.to (${to})`,
    );
  }
  return { from, to, timezone };
}
