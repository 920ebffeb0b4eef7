const PER_SECOND = 10;
const TIMEOUT_MS = 30_000;

const percentile = (sorted, p) =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))];

/**
 * Light load, open loop: 10 idempotent requests a second, one after another of `requests`, whether
 * or not answers come. `stop` waits for the last answers and tells how it went.
 */
export function startLoad(url, requests) {
  const latencies = [];
  const failures = [];
  const pending = new Set();
  let sent = 0;

  const send = async ({ path, ...init }) => {
    const from = performance.now();
    const at = new Date().toISOString();
    try {
      const answer = await fetch(`${url}${path}`, {
        ...init,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.arrayBuffer();
      if (!answer.ok) failures.push({ at, path, reason: answer.status });
      latencies.push(performance.now() - from);
    } catch (error) {
      failures.push({ at, path, reason: String(error.cause ?? error) });
    }
  };
  const timer = setInterval(() => {
    const work = send(requests[sent % requests.length]).finally(() =>
      pending.delete(work),
    );
    pending.add(work);
    sent += 1;
  }, 1000 / PER_SECOND);

  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(pending);
      const sorted = latencies.sort((a, b) => a - b);
      const ms = p => Math.round(percentile(sorted, p));
      return {
        requests: sent,
        failed: failures.length,
        failures: failures.slice(0, 10),
        latencyMs: { p50: ms(50), p95: ms(95), p99: ms(99), max: ms(100) },
      };
    },
  };
}
