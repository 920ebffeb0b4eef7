const median = numbers => numbers.sort((a, b) => a - b)[numbers.length >> 1];

/** Seconds of each step, in the order in which they ran. */
export function stopwatch() {
  const seconds = {};
  return {
    seconds,
    async time(name, work) {
      const from = performance.now();
      const result = await work();
      seconds[name] = Number(((performance.now() - from) / 1000).toFixed(1));
      return result;
    },
  };
}

const SAMPLE_EVERY_MS = 500;

/**
 * Looks at the connections that replicas have, until `stop`, which resolves to the most there were and
 * may be called again.
 */
export async function watchConnections(database) {
  const client = await database.connect();
  let most = 0;
  const look = async () => {
    const { rows } = await client.query(
      "SELECT count(*)::int AS open FROM pg_stat_activity WHERE application_name = 'waymark'",
    );
    most = Math.max(most, rows[0].open);
  };
  let pending = look();
  const timer = setInterval(() => {
    pending = pending.then(look);
  }, SAMPLE_EVERY_MS);
  let ended;
  return {
    async stop() {
      clearInterval(timer);
      ended ??= pending.finally(() => client.end());
      await ended;
      return most;
    },
  };
}

/** Median memory of replicas in megabytes, where the system tells. */
export async function residentMegabytes(replicas) {
  const bytes = await Promise.all(replicas.map(one => one.residentBytes()));
  return bytes[0] && Math.round(median(bytes) / 1e6);
}

/** Written before the logger knows its settings. */
const FIRST_LINE = /^Loading config from /;

/** Lines of a log that are not the JSON objects that production promises. */
export const unstructured = log =>
  log
    .split('\n')
    .filter(line => line && !FIRST_LINE.test(line))
    .filter(line => {
      try {
        return typeof JSON.parse(line) !== 'object';
      } catch {
        return true;
      }
    });
