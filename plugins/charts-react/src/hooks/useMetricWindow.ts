import { useCallback, useMemo, useState } from 'react';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  METRIC_INTERVALS,
  isWindowPreset,
  parseWindow,
  presetWindow,
  previousWindow,
  type MetricInterval,
  type MetricWindow,
  type WindowPreset,
  type WindowProblem,
} from '@waymark/metrics-common';
import { useSearchParams } from 'react-router-dom';

export type WindowChoice = WindowPreset | 'custom';

/** The window of a page as its address says it, and how to change it. */
export interface MetricWindowState {
  window: MetricWindow;
  choice: WindowChoice;
  /** The window before, where the reader asked for the comparison. */
  comparison: MetricWindow | undefined;
  interval: MetricInterval;
  /** What is wrong with the dates in the address; the default window stands in for them. */
  problem: WindowProblem | undefined;
  /** The clock of the page: the instant it was opened. */
  now: Date;
  choosePreset: (preset: WindowPreset) => void;
  chooseDates: (dates: { from: string; to: string }) => void;
  setComparison: (isOn: boolean) => void;
  setInterval: (interval: MetricInterval) => void;
}

const DEFAULT_PRESET: WindowPreset = '28d';
const DEFAULT_INTERVAL: MetricInterval = 'week';
const DEFAULT_TIME_ZONE = 'UTC';
const PARAMETER = {
  preset: 'window',
  from: 'from',
  to: 'to',
  compare: 'compare',
  interval: 'interval',
} as const;
const COMPARE_PREVIOUS = 'previous';

type Changes = Partial<Record<keyof typeof PARAMETER, string | undefined>>;

/**
 * The window, comparison and interval of a page, kept in its address: `window=28d` or
 * `from=2026-03-01&to=2026-04-01` (half-open), `compare=previous`, `interval=week`. The one place
 * that touches the search parameters for them.
 */
export function useMetricWindow(clock?: Date): MetricWindowState {
  const [params, setParams] = useSearchParams();
  const config = useApi(configApiRef);
  const [opened] = useState(() => new Date());
  const now = clock ?? opened;
  const timezone =
    config.getOptionalString('waymark.timezone') ?? DEFAULT_TIME_ZONE;

  const change = useCallback(
    (changes: Changes) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(changes)) {
            const parameter = PARAMETER[name as keyof typeof PARAMETER];
            if (value === undefined) next.delete(parameter);
            else next.set(parameter, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );

  const preset = params.get(PARAMETER.preset);
  const from = params.get(PARAMETER.from);
  const to = params.get(PARAMETER.to);
  const isComparing = params.get(PARAMETER.compare) === COMPARE_PREVIOUS;
  const asked = params.get(PARAMETER.interval);

  return useMemo(() => {
    const isCustom = from !== null || to !== null;
    const parsed = isCustom
      ? parseWindow({ from: from ?? '', to: to ?? '' }, { now, timezone })
      : undefined;
    const chosen = isWindowPreset(preset) ? preset : DEFAULT_PRESET;
    const window = parsed?.ok
      ? parsed.window
      : presetWindow(isCustom ? DEFAULT_PRESET : chosen, now, timezone);
    return {
      window,
      choice: isCustom ? 'custom' : chosen,
      comparison: isComparing ? previousWindow(window) : undefined,
      interval:
        METRIC_INTERVALS.find(known => known === asked) ?? DEFAULT_INTERVAL,
      problem: parsed && !parsed.ok ? parsed.problem : undefined,
      now,
      choosePreset: name =>
        change({ preset: name, from: undefined, to: undefined }),
      chooseDates: dates => change({ preset: undefined, ...dates }),
      setComparison: isOn =>
        change({ compare: isOn ? COMPARE_PREVIOUS : undefined }),
      setInterval: name => change({ interval: name }),
    };
  }, [preset, from, to, isComparing, asked, now, timezone, change]);
}
