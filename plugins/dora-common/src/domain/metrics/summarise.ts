import { medianInterval } from '@waymark/metrics-common';
import { medianDaysPerWeek, perWeek } from './frequency';
import { ascending, mean, percentile } from './percentile';
import {
  byPeriod,
  partialityOf,
  periodsOf,
  type Interval,
  type MetricWindow,
} from './periods';
import {
  DEFAULT_GRACE_HOURS,
  isPending,
  type ChangeSample,
  type DeploymentSample,
} from './samples';
import type { StageSummary, Summary, SummaryPoint } from './summary';
import { rateOf } from './rate';

export interface SummariseOptions {
  window: MetricWindow;
  interval: Interval;
  now: Date;
  graceHours?: number;
}

/**
 * The five delivery metrics of a window from its samples, exactly. Units and
 * formulas are those of the README.
 *
 * @param samples - of one scope; those outside the window are left out
 */
export function summarise(
  samples: {
    deployments: readonly DeploymentSample[];
    changes: readonly ChangeSample[];
  },
  options: SummariseOptions,
): Summary {
  const { window, interval, now } = options;
  const periods = periodsOf(window, interval).filter(
    ({ startsAt }) => startsAt <= now,
  );
  const jobs = byPeriod(periods, samples.deployments, each => each.finishedAt);
  const changes = byPeriod(periods, samples.changes, each => each.deployedAt);
  const all = figuresOf(jobs.flat(), changes.flat(), options);
  const each = periods.map((_, i) => figuresOf(jobs[i], changes[i], options));
  const series = (
    pick: (figures: Figures) => Pick<SummaryPoint, 'value' | 'n'>,
  ): SummaryPoint[] =>
    periods.map((period, i) => ({
      start: period.start,
      end: period.end,
      ...pick(each[i]),
      ...partialityOf(period, now),
    }));

  return {
    deploymentFrequency: {
      perWeek: perWeek(all.counted.length, window, now),
      medianDaysPerWeek: medianDaysPerWeek(
        all.counted.map(({ finishedAt }) => finishedAt),
        window,
        now,
      ),
      n: all.counted.length,
      series: series(({ counted: { length } }) => ({
        value: length,
        n: length,
      })),
    },
    leadTime: {
      p50: percentile(all.lead, 0.5),
      p75: percentile(all.lead, 0.75),
      p90: percentile(all.lead, 0.9),
      interval: medianInterval(all.lead.length, rank => all.lead[rank]),
      n: all.lead.length,
      exact: true,
      stages: stagesOf(changes.flat()),
      series: series(({ lead }) => medianOf(lead)),
    },
    changeFailRate: {
      ...rateOf(all.failed.length, all.judged),
      failed: all.failed.length,
      pending: all.counted.length - all.judged,
      series: series(({ failed, judged }) => shareOf(failed.length, judged)),
    },
    recoveryTime: {
      p50: percentile(all.recovery, 0.5),
      p90: percentile(all.recovery, 0.9),
      interval: medianInterval(all.recovery.length, rank => all.recovery[rank]),
      n: all.recovery.length,
      open: all.failed.length - all.recovery.length,
      exact: true,
      series: series(({ recovery }) => medianOf(recovery)),
    },
    reworkRate: {
      ...rateOf(all.unplanned, all.counted.length),
      unplanned: all.unplanned,
      series: series(({ unplanned, counted }) =>
        shareOf(unplanned, counted.length),
      ),
    },
    deploymentJobs: {
      total: jobs.flat().length,
      succeeded: jobs.flat().filter(({ result }) => result === 'success')
        .length,
    },
  };
}

interface Figures {
  counted: DeploymentSample[];
  failed: DeploymentSample[];
  /** Counted and not pending. */
  judged: number;
  unplanned: number;
  /** Seconds, lower first. */
  lead: number[];
  recovery: number[];
}

function figuresOf(
  jobs: readonly DeploymentSample[],
  changes: readonly ChangeSample[],
  { now, graceHours = DEFAULT_GRACE_HOURS }: SummariseOptions,
): Figures {
  const counted = jobs.filter(job => job.counted);
  const failed = counted.filter(job => job.failed);
  return {
    counted,
    failed,
    judged: counted.filter(job => !isPending(job, now, graceHours)).length,
    unplanned: counted.filter(job => job.unplanned).length,
    lead: known(changes, 'leadSeconds'),
    recovery: ascending(failed.flatMap(job => job.recoverySeconds ?? [])),
  };
}

type Duration = Exclude<keyof ChangeSample, 'sample' | 'deployedAt'>;

function known(changes: readonly ChangeSample[], duration: Duration) {
  const seconds: number[] = [];
  for (const change of changes) {
    const value = change[duration];
    if (change.sample && value !== null) seconds.push(value);
  }
  return ascending(seconds);
}

function medianOf(sorted: readonly number[]) {
  return {
    value: percentile(sorted, 0.5),
    n: sorted.length,
  };
}

function shareOf(k: number, n: number) {
  return {
    value: n === 0 ? null : k / n,
    n,
  };
}

function stagesOf(
  changes: readonly ChangeSample[],
): Summary['leadTime']['stages'] {
  const stage = (duration: Duration): StageSummary => {
    const sorted = known(changes, duration);
    return {
      p50: percentile(sorted, 0.5),
      mean: mean(sorted),
      n: sorted.length,
    };
  };
  return {
    coding: stage('codingSeconds'),
    pickup: stage('pickupSeconds'),
    review: stage('reviewSeconds'),
    deploy: stage('deploySeconds'),
  };
}
