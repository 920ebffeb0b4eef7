import path from 'node:path';
import { distribution, seconds } from './figures.mjs';
import { until } from './portal-tasks.mjs';
import { startWithServices } from './services.mjs';
import { sendLoad } from './simulator.mjs';

const ASK_EVERY_MS = 250;
const DAY_MS = 86_400_000;

const localDate = at => new Date(at).toISOString().slice(0, 10);

/** Deployments that the organisation's figures count, of yesterday, today and tomorrow. */
async function countVisible(ask) {
  const now = Date.now();
  const window = `from=${localDate(now - DAY_MS)}&to=${localDate(
    now + 2 * DAY_MS,
  )}`;
  const { deploymentFrequency } = await ask(
    `/api/dora/metrics?${window}&interval=day`,
  );
  return deploymentFrequency.n;
}

/** Asks again and again how much is visible, until told to stop. */
function watchVisible(ask, before) {
  const samples = [];
  let isWatching = true;
  const done = (async () => {
    while (isWatching) {
      const count = (await countVisible(ask)) - before;
      samples.push({ at: Date.now(), count });
      await new Promise(resolve => setTimeout(resolve, ASK_EVERY_MS));
    }
  })();
  return async () => {
    isWatching = false;
    await done;
    return samples;
  };
}

/** As many as it takes, as fast as asked; then how long until the last is counted. */
async function burst({ ask, load, tell, rate, duration }) {
  const before = await countVisible(ask);
  tell(`${rate} events a second for ${duration} s`);
  const report = await sendLoad({ ...load, rate, seconds: duration });
  const sentAt = Date.now();
  tell(
    `${report.accepted} accepted, ${Math.round(
      report.acceptedPerSecond,
    )} a second`,
  );
  await until(
    async () => {
      const count = (await countVisible(ask)) - before;
      tell(`${count} of ${report.accepted} are in the figures`);
      return count;
    },
    count => count >= report.accepted,
    1_000,
    'Every event being in the figures',
  );
  return {
    accepted: report.accepted,
    failed: report.failed,
    acceptedPerSecond: Math.round(report.acceptedPerSecond),
    answerMilliseconds: report.latency,
    visibleAfterSeconds: seconds(Date.now() - sentAt),
  };
}

/** Lag: how long ago the number of events was sent that is visible now. */
async function sustained({ ask, load, tell, rate, duration }) {
  const before = await countVisible(ask);
  tell(`${rate} events a second for ${duration} s`);
  const stop = watchVisible(ask, before);
  const report = await sendLoad({ ...load, rate, seconds: duration, seed: 2 });
  const samples = await stop();
  const begun = Date.parse(report.startedAt);
  const ended = begun + report.seconds * 1_000;
  const lags = samples
    .filter(({ at }) => at > begun + 10_000 && at < ended)
    .map(({ at, count }) => at - begun - (count / rate) * 1_000);
  return {
    accepted: report.accepted,
    failed: report.failed,
    acceptedPerSecond: Math.round(report.acceptedPerSecond),
    lagMilliseconds: distribution(lags),
  };
}

/** Measures from the request that brings events to the figure that counts them. */
export async function run({ portal, size, tell }) {
  const { ask, memory } = await startWithServices({
    portal,
    services: size.services,
    tell,
  });
  const load = {
    url: portal.url,
    'token-file': path.join(portal.folder, 'admin-token'),
    services: size.services,
  };
  const options = { ask, load, tell };
  const steady = await sustained({ ...options, ...size.sustained });
  const fast = await burst({ ...options, ...size.burst });
  const { peak } = memory();
  return {
    principal:
      'external access token of the local administrator (a service principal, no policy)',
    data: {
      services: size.services,
      events: 'CDEvents service.deployed that end now, of random services',
      sender: `batches of 100, open loop, on the same machine: ${size.burst.rate}/s for ${size.burst.duration} s, ${size.sustained.rate}/s for ${size.sustained.duration} s`,
      visible: 'counted by GET /api/dora/metrics of the organisation',
      lag: `age of the latest event that is counted, asked every ${ASK_EVERY_MS} ms`,
    },
    measured: { burst: fast, sustained: steady, backendMemoryMiB: { peak } },
    limits: {
      'burst.failed': 0,
      'burst.acceptedPerSecond': { atLeast: 5_000 },
      'burst.visibleAfterSeconds': 120,
      'sustained.failed': 0,
      'sustained.lagMilliseconds.p95': 5_000,
    },
  };
}
