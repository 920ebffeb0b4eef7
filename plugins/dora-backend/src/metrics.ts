import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Backlog } from './database/pipeline/queue';
import type { Origin, RejectedEvent } from './domain/events';

/** Gauges are asked for one after another; one look at the tables serves them all. */
const BACKLOG_MAX_AGE_MS = 5_000;

export interface DoraMetricsSink {
  ingested(counts: {
    origin: Origin;
    accepted: number;
    duplicates: number;
    rejected: readonly RejectedEvent[];
  }): void;
  worked(stage: string, items: number, seconds: number): void;
}

type Gauges = Backlog & { unpartitioned: number };

/** The only place that touches the metrics service, which is still alpha. */
export function createDoraMetrics(options: {
  metrics: MetricsService;
  read: () => Promise<Gauges>;
  now: () => Date;
  /** Milliseconds; for tests. */
  clock?: () => number;
}): DoraMetricsSink {
  const { metrics } = options;
  const events = metrics.createCounter('dora.event.ingest', {
    description: 'Events that came in, by outcome',
  });
  const items = metrics.createCounter('dora.pipeline.items', {
    description: 'What a stage of the pipeline has dealt with',
  });
  const duration = metrics.createHistogram('dora.pipeline.duration', {
    description: 'Duration of a batch, by stage',
    unit: 's',
  });
  observeGauges(options);
  return {
    ingested({ origin, accepted, duplicates, rejected }) {
      events.add(accepted, { origin, outcome: 'accepted' });
      events.add(duplicates, { origin, outcome: 'duplicate' });
      for (const { code, source } of rejected) {
        events.add(1, { origin, outcome: 'rejected', code, source });
      }
    },
    worked(stage, count, seconds) {
      items.add(count, { stage });
      duration.record(seconds, { stage });
    },
  };
}

function observeGauges(options: Parameters<typeof createDoraMetrics>[0]): void {
  const { metrics, now, clock = () => performance.now() } = options;
  let last: { at: number; value: Promise<Gauges> } | undefined;
  const read = () => {
    if (!last || clock() - last.at >= BACKLOG_MAX_AGE_MS) {
      last = { at: clock(), value: options.read() };
    }
    return last.value;
  };
  const gauge = (
    name: string,
    description: string,
    tell: (gauges: Gauges) => number,
  ) =>
    metrics
      .createObservableGauge(name, { description })
      .addCallback(async result => {
        // Without the database there is no value, rather than an old one.
        const gauges = await read().catch(() => undefined);
        if (gauges) {
          result.observe(tell(gauges));
        }
      });
  gauge('dora.event.queue', 'Events that wait to be observed', g => g.events);
  gauge('dora.fact.queue', 'Facts that wait to be folded', g => g.facts);
  gauge(
    'dora.service.queue',
    'Services that wait for their figures',
    g => g.services,
  );
  gauge('dora.rollUp.queue', 'Additions that wait', g => g.rollUps);
  gauge(
    'dora.event.rejected',
    'Events that could not be used',
    g => g.rejected,
  );
  gauge('dora.event.lag', 'Age of the oldest event that waits, seconds', g =>
    g.oldestAt
      ? Math.max(0, (now().getTime() - g.oldestAt.getTime()) / 1_000)
      : 0,
  );
  gauge(
    'dora.event.unpartitioned',
    'Alarm: events that no monthly partition took',
    g => g.unpartitioned,
  );
}
