import type { DoraMetrics, SeriesPoint } from '@waymark/plugin-dora-common';
import { recoveredAt, type Judged, type JudgedService } from './judgeService';
import { addDays, localDateIn, daysBetween, periodsOf } from './localDates';
import { mean, percentile, wilson } from './statistics';

export interface Question {
  /** Local dates, `to` excluded. */
  from: string;
  to: string;
  interval: 'day' | 'week' | 'month';
  timezone: string;
  /** Milliseconds since 1970. */
  now: number;
}

const GRACE = 24 * 3_600_000;
const EXACT_SAMPLES = 10_000;
const seconds = (from: number | undefined, to: number | undefined) =>
  from === undefined || to === undefined || to < from
    ? undefined
    : (to - from) / 1000;
/** A rebase makes the first commit younger than the pull request; the work is not. */
const earliest = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? a ?? b : Math.min(a, b);
const known = (values: (number | undefined)[]) =>
  values.filter(value => value !== undefined);

/** The five metrics of some services, counted one deployment at a time. */
export function figuresOf(
  services: readonly JudgedService[],
  question: Question,
): Omit<DoraMetrics, 'scope' | 'freshness'> {
  const { from, to, interval, timezone, now } = question;
  const localDate = localDateIn(timezone);
  const today = localDate(now);
  const inWindow = (at: number) => {
    const date = localDate(at);
    return date >= from && date < to && at <= now;
  };
  const deployments = services
    .flatMap(({ counted }) => counted)
    .filter(({ finishedAt }) => inWindow(finishedAt))
    .sort((a, b) => a.finishedAt - b.finishedAt);
  const periods = periodsOf(from, to, interval).filter(
    ({ start }) => start <= today,
  );

  const series = (
    figure: (deployments: Judged[]) => { value: number | null; n: number },
  ): SeriesPoint[] => {
    const left = [...deployments];
    return periods.map(({ start, end, cut }) => {
      const later = left.findIndex(
        ({ finishedAt }) => localDate(finishedAt) >= end,
      );
      const mine = left.splice(0, later === -1 ? left.length : later);
      return { start, end, partial: cut || end > today, ...figure(mine) };
    });
  };

  const isPending = ({ finishedAt, isFailed }: Judged) =>
    !isFailed && now - finishedAt < GRACE;
  const failRate = (list: readonly Judged[]) => {
    const judged = list.filter(item => !isPending(item));
    const failed = judged.filter(({ isFailed }) => isFailed).length;
    return { failed, total: judged.length, ...wilson(failed, judged.length) };
  };
  const rework = (list: readonly Judged[]) => {
    const unplanned = list.filter(({ isUnplanned }) => isUnplanned).length;
    return { unplanned, total: list.length, ...wilson(unplanned, list.length) };
  };
  const samples = (list: readonly Judged[]) =>
    list.flatMap(({ kind, isBaseline, shipped, finishedAt }) =>
      kind === 'deploy' && !isBaseline
        ? shipped
            .filter(({ isBot }) => !isBot)
            .map(change => ({
              lead: seconds(
                earliest(change.firstCommitAt, change.openedAt),
                finishedAt,
              ),
              coding: seconds(change.firstCommitAt, change.openedAt),
              pickup: seconds(change.openedAt, change.firstReviewAt),
              review: seconds(change.firstReviewAt, change.mergedAt),
              deploy: seconds(change.mergedAt, finishedAt),
            }))
        : [],
    );
  const leads = (list: readonly Judged[]) =>
    known(samples(list).map(({ lead }) => lead));
  const recoveries = (list: readonly Judged[]) =>
    list.flatMap(deployment => {
      const end = deployment.isFailed ? recoveredAt(deployment) : undefined;
      return end === undefined
        ? []
        : [Math.max(0, end - deployment.finishedAt) / 1000];
    });
  const stage = (name: 'coding' | 'pickup' | 'review' | 'deploy') => {
    const values = known(samples(deployments).map(item => item[name]));
    return {
      p50: percentile(values, 0.5),
      mean: mean(values),
      n: values.length,
    };
  };

  const jobs = services
    .flatMap(item => item.jobs)
    .filter(({ finishedAt }) => inWindow(finishedAt));
  const failures = failRate(deployments);
  const lead = leads(deployments);
  const recovery = recoveries(deployments);
  const days = daysUpToNow(question, today);

  return {
    from,
    to,
    timezone,
    deploymentFrequency: {
      perWeek: days > 0 ? (deployments.length * 7) / days : null,
      medianDaysPerWeek: medianDays(
        from,
        to,
        today,
        deployments.map(({ finishedAt }) => localDate(finishedAt)),
      ),
      n: deployments.length,
      series: series(list => ({ value: list.length, n: list.length })),
    },
    leadTime: {
      p50: percentile(lead, 0.5),
      p75: percentile(lead, 0.75),
      p90: percentile(lead, 0.9),
      n: lead.length,
      exact: lead.length <= EXACT_SAMPLES,
      stages: {
        coding: stage('coding'),
        pickup: stage('pickup'),
        review: stage('review'),
        deploy: stage('deploy'),
      },
      series: series(list => {
        const values = leads(list);
        return { value: percentile(values, 0.5), n: values.length };
      }),
    },
    changeFailRate: {
      ...failures,
      pending: deployments.length - failures.total,
      series: series(list => {
        const { value, total } = failRate(list);
        return { value, n: total };
      }),
    },
    recoveryTime: {
      p50: percentile(recovery, 0.5),
      p90: percentile(recovery, 0.9),
      n: recovery.length,
      open: failures.failed - recovery.length,
      exact: recovery.length <= EXACT_SAMPLES,
      series: series(list => {
        const values = recoveries(list);
        return { value: percentile(values, 0.5), n: values.length };
      }),
    },
    reworkRate: {
      ...rework(deployments),
      series: series(list => {
        const { value, total } = rework(list);
        return { value, n: total };
      }),
    },
    deploymentJobs: {
      total: jobs.length,
      succeeded: jobs.filter(({ result }) => result === 'success').length,
    },
    unlinkedIncidents: services
      .flatMap(item => item.incidents)
      .filter(
        ({ incident, cause }) =>
          !cause && inWindow(incident.impactStartAt ?? incident.detectedAt),
      ).length,
  };
}

const QUARTER = 900_000;
const DAY = 24 * 3_600_000;

/** Days of the window that are over, and the part of today that is. */
function daysUpToNow({ from, to, timezone, now }: Question, today: string) {
  if (to <= today) return daysBetween(from, to);
  if (from > today) return 0;
  const localDate = localDateIn(timezone);
  // Midnight is a full quarter of an hour in every zone: the first of today.
  let midnight = Math.floor(now / QUARTER) * QUARTER;
  while (localDate(midnight - QUARTER) === today) midnight -= QUARTER;
  return daysBetween(from, today) + (now - midnight) / DAY;
}

/** Median over full ISO weeks of the days on which something was deployed. */
function medianDays(
  from: string,
  to: string,
  today: string,
  dates: readonly string[],
) {
  const end = to < today ? to : today;
  const weeks = periodsOf(from, to, 'week').filter(
    week => !week.cut && week.end <= end,
  );
  const days = [...new Set(dates)];
  return percentile(
    weeks.map(
      week =>
        days.filter(date => date >= week.start && date < addDays(week.start, 7))
          .length,
    ),
    0.5,
  );
}
