import { addDays, startOfDay } from '@waymark/metrics-common';
import {
  medianDaysPerWeek,
  partialityOf,
  perWeek,
  periodsOf,
  rateOf,
  type MetricWindow,
  type Period,
  type StageSummary,
  type Summary,
  type SummaryPoint,
} from '@waymark/plugin-dora-common';
import type { Grain, LocalDate } from '../domain/calendar';
import { histogramOf } from './histograms';
import type { Duration, Tally } from './Tally';

/** What a bar of a chart is made of. */
export interface PeriodTally {
  period: Period;
  tally: Tally;
  /** Seconds. */
  medians: Partial<Record<Duration, number>>;
}

export interface RollUpSummaryOptions {
  window: MetricWindow;
  now: Date;
  /** Of the whole window. */
  total: Tally;
  /** Of each period that has begun. */
  periods: readonly PeriodTally[];
  /** First days of ISO weeks, with what happened on each of their days. */
  weeks: ReadonlyMap<LocalDate, Tally>;
  /** How many deployments of each local date are too young to be judged. */
  pending: ReadonlyMap<LocalDate, number>;
}

/** The five metrics from roll-ups: counts and rates exactly, durations from histograms. */
export function summariseRollUps(options: RollUpSummaryOptions): Summary {
  const { window, now, total, periods, pending } = options;
  const count = (name: Parameters<Tally['count']>[0]) =>
    total.counters[name] ?? 0;
  const series = (
    pick: (tally: PeriodTally) => Pick<SummaryPoint, 'value' | 'n'>,
  ): SummaryPoint[] =>
    periods.map(each => ({
      start: each.period.start,
      end: each.period.end,
      ...pick(each),
      ...partialityOf(each.period, now),
    }));
  const duration = (name: Duration) => (each: PeriodTally) => ({
    value: each.medians[name] ?? null,
    n: each.tally.counters[`${name}N`] ?? 0,
  });

  const lead = histogramOf(total, 'lead');
  const recovery = histogramOf(total, 'recovery');
  const deployments = count('deployments');
  const judged = judgedOf(total, pendingIn(window.from, window.to, pending));
  return {
    deploymentFrequency: {
      perWeek: perWeek(deployments, window, now),
      medianDaysPerWeek: medianDaysPerWeek(activeDays(options), window, now),
      n: deployments,
      series: series(({ tally }) => {
        const n = tally.counters.deployments ?? 0;
        return { value: n, n };
      }),
    },
    leadTime: {
      p50: lead.percentile(0.5),
      p75: lead.percentile(0.75),
      p90: lead.percentile(0.9),
      interval: lead.medianInterval(),
      n: lead.n,
      exact: false,
      stages: stagesOf(total),
      series: series(duration('lead')),
    },
    changeFailRate: {
      ...rateOf(count('failed'), judged),
      failed: count('failed'),
      pending: deployments - judged,
      series: series(({ tally, period: { start, end } }) =>
        share(
          tally.counters.failed ?? 0,
          judgedOf(tally, pendingIn(start, end, pending)),
        ),
      ),
    },
    recoveryTime: {
      p50: recovery.percentile(0.5),
      p90: recovery.percentile(0.9),
      interval: recovery.medianInterval(),
      n: recovery.n,
      open: count('open'),
      exact: false,
      series: series(duration('recovery')),
    },
    reworkRate: {
      ...rateOf(count('unplanned'), deployments),
      unplanned: count('unplanned'),
      series: series(({ tally: { counters } }) =>
        share(counters.unplanned ?? 0, counters.deployments ?? 0),
      ),
    },
    deploymentJobs: {
      total: count('jobs'),
      succeeded: count('jobsSucceeded'),
    },
  };
}

function pendingIn(
  from: LocalDate,
  to: LocalDate,
  pending: ReadonlyMap<LocalDate, number>,
): number {
  return [...pending].reduce(
    (sum, [day, count]) => (day >= from && day < to ? sum + count : sum),
    0,
  );
}

/** Roll-ups may be a moment behind what waits to be judged: nobody is judged less than failed. */
function judgedOf({ counters }: Tally, pending: number): number {
  const { deployments = 0, failed = 0 } = counters;
  return Math.max(failed, deployments - pending);
}

function share(k: number, n: number) {
  return {
    value: n === 0 ? null : k / n,
    n,
  };
}

function stagesOf(total: Tally): Summary['leadTime']['stages'] {
  const stage = (name: Duration): StageSummary => {
    const histogram = histogramOf(total, name);
    return {
      p50: histogram.percentile(0.5),
      mean: histogram.mean,
      n: histogram.n,
    };
  };
  return {
    coding: stage('coding'),
    pickup: stage('pickup'),
    review: stage('review'),
    deploy: stage('deploy'),
  };
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** An instant of each day on which something was deployed. */
function activeDays({ weeks, window }: RollUpSummaryOptions): Date[] {
  return [...weeks].flatMap(([monday, { counters }]) =>
    WEEKDAYS.filter(day => (counters[`day${day}`] ?? 0) > 0).map(day =>
      startOfDay(addDays(monday, day - 1), window.timezone),
    ),
  );
}

/** Periods of a window that have begun. */
export function begunPeriods(
  window: MetricWindow,
  interval: Grain,
  now: Date,
): Period[] {
  return periodsOf(window, interval).filter(({ startsAt }) => startsAt <= now);
}
