import { isoInstant } from '../../domain/time';
import { percentile } from '../oracle/statistics';
import { createFastRandom } from './fastRandom';
import { loadService } from './loadProfile';

const BATCH = 100;

export interface RateReport {
  target: { eventsPerSecond: number; seconds: number };
  /** ISO instant of the first batch. */
  startedAt: string;
  sent: number;
  accepted: number;
  failed: number;
  seconds: number;
  acceptedPerSecond: number;
  /** Milliseconds from the planned moment of a batch to its answer. */
  latency: {
    p50: number | null;
    p95: number | null;
    p99: number | null;
    max: number | null;
  };
}

/** A deployment that ends now. */
function eventNow(
  random: ReturnType<typeof createFastRandom>,
  services: number,
  now: number,
) {
  const index = Math.floor(random.next() * services);
  const version = random.sha();
  return {
    context: {
      specversion: '0.5.1',
      id: random.uuid(),
      source: `/ci/load/${index}`,
      type: 'dev.cdevents.service.deployed.0.3.0',
      timestamp: isoInstant(now),
    },
    subject: {
      id: loadService(index),
      content: {
        environment: { id: 'production' },
        artifactId: `pkg:oci/load-${index}@sha256%3A${version}`,
      },
    },
    customData: {
      startedAt: isoInstant(now - 240_000),
      finishedAt: isoInstant(now),
      commitSha: version,
      result: 'success',
    },
  };
}

/**
 * Sends batches of a hundred events at a steady rate, whether or not the ones
 * before were answered (open loop), so that a slow server cannot slow its own
 * load down.
 */
export async function sendAtRate(options: {
  url: string;
  token: string;
  eventsPerSecond: number;
  seconds: number;
  services: number;
  seed: number;
}): Promise<RateReport> {
  const { url, token, eventsPerSecond, seconds, services, seed } = options;
  const random = createFastRandom(seed);
  const every = (1000 * BATCH) / eventsPerSecond;
  const batches = Math.max(1, Math.round((1000 * seconds) / every));
  const latencies: number[] = [];
  const counts = { accepted: 0, failed: 0 };
  const begun = Date.now();

  const send = async (due: number) => {
    const events = Array.from({ length: BATCH }, () =>
      eventNow(random, services, Date.now()),
    );
    try {
      const response = await fetch(`${url}/api/dora/events`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(events),
        signal: AbortSignal.timeout(60_000),
      });
      if (!response.ok) throw new Error(`${response.status}`);
      const { accepted } = (await response.json()) as { accepted: number };
      counts.accepted += accepted;
      counts.failed += BATCH - accepted;
    } catch {
      counts.failed += BATCH;
    }
    latencies.push(Date.now() - due);
  };

  const inFlight: Promise<void>[] = [];
  for (let batch = 0; batch < batches; batch++) {
    const due = begun + batch * every;
    const wait = due - Date.now();
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
    inFlight.push(send(due));
  }
  await Promise.all(inFlight);
  const took = (Date.now() - begun) / 1000;
  return {
    target: { eventsPerSecond, seconds },
    startedAt: new Date(begun).toISOString(),
    sent: batches * BATCH,
    ...counts,
    seconds: took,
    acceptedPerSecond: counts.accepted / took,
    latency: {
      p50: percentile(latencies, 0.5),
      p95: percentile(latencies, 0.95),
      p99: percentile(latencies, 0.99),
      max: percentile(latencies, 1),
    },
  };
}
