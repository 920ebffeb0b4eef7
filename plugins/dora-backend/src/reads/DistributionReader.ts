import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  LogHistogram,
  percentile,
  startOfBucket,
  type MetricWindow,
} from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import {
  selectChangeSamples,
  selectDeploymentSamples,
} from '../database/reads/selectSamples';
import type { Calendar } from '../domain/calendar';
import { histogramOf } from '../rollUps/histograms';
import type { Duration } from '../rollUps/Tally';
import type { MetricsReader } from './MetricsReader';
import { readWindow } from './readWindow';
import type { Scope } from './Scope';
import type { ScopeQuery, ScopeResolver } from './ScopeResolver';

/** Bars of a chart: each about twice as wide as the one before. */
const BUCKETS_PER_BAR = 70;

export type DurationMetric =
  | 'leadTime'
  | 'coding'
  | 'pickup'
  | 'review'
  | 'deploy'
  | 'recoveryTime';

const DURATION_OF: Record<DurationMetric, Duration> = {
  leadTime: 'lead',
  coding: 'coding',
  pickup: 'pickup',
  review: 'review',
  deploy: 'deploy',
  recoveryTime: 'recovery',
};

/** How a duration is distributed, in bars that open into their own list. */
export class DistributionReader {
  readonly #knex: Knex;
  readonly #scopes: ScopeResolver;
  readonly #metrics: MetricsReader;
  readonly #calendar: Calendar;

  constructor(options: {
    knex: Knex;
    scopes: ScopeResolver;
    metrics: MetricsReader;
    calendar: Calendar;
  }) {
    this.#knex = options.knex;
    this.#scopes = options.scopes;
    this.#metrics = options.metrics;
    this.#calendar = options.calendar;
  }

  async read(
    query: ScopeQuery & { from: string; to: string; metric: DurationMetric },
    credentials: BackstageCredentials,
  ) {
    const window = readWindow(query, this.#calendar.timezone);
    const scope = await this.#scopes.resolve(query, credentials);
    const total = await this.#metrics.total(scope, window);
    const duration = DURATION_OF[query.metric];
    const { histogram, at } = this.#metrics.isExact(total)
      ? fromSamples(await this.#samples(scope, window, duration))
      : fromHistogram(histogramOf(total, duration));
    return {
      metric: query.metric,
      n: histogram.n,
      p50: at(0.5),
      p75: at(0.75),
      p90: at(0.9),
      buckets: barsOf(histogram),
    };
  }

  async #samples(
    scope: Scope,
    window: MetricWindow,
    duration: Duration,
  ): Promise<number[]> {
    const options = {
      scope,
      from: this.#calendar.startOf(window.from),
      to: this.#calendar.startOf(window.to),
    };
    if (duration === 'recovery') {
      const deployments = await selectDeploymentSamples(this.#knex, options);
      return deployments.flatMap(
        ({ recoverySeconds }) => recoverySeconds ?? [],
      );
    }
    const changes = await selectChangeSamples(this.#knex, options);
    return changes.flatMap(change => change[`${duration}Seconds`] ?? []);
  }
}

interface Distribution {
  histogram: LogHistogram;
  at: (share: number) => number | null;
}

function fromSamples(samples: number[]): Distribution {
  const sorted = samples.sort((a, b) => a - b);
  return {
    histogram: LogHistogram.of(sorted),
    at: share => percentile(sorted, share),
  };
}

function fromHistogram(histogram: LogHistogram): Distribution {
  return { histogram, at: share => histogram.percentile(share) };
}

/** Half open, without gaps between the first and the last that hold something. */
function barsOf(histogram: LogHistogram) {
  const { buckets, counts } = histogram.toSparse();
  const counted = new Map<number, number>();
  buckets.forEach((bucket, i) => {
    const bar = Math.max(-1, Math.floor(bucket / BUCKETS_PER_BAR));
    counted.set(bar, (counted.get(bar) ?? 0) + counts[i]);
  });
  const bars = [...counted.keys()];
  if (bars.length === 0) {
    return [];
  }
  const first = Math.min(...bars);
  const startOf = (bar: number) =>
    bar < 0 ? 0 : startOfBucket(bar * BUCKETS_PER_BAR);
  return Array.from({ length: Math.max(...bars) - first + 1 }, (_, i) => ({
    from: startOf(first + i),
    to: startOf(first + i + 1),
    count: counted.get(first + i) ?? 0,
  }));
}
