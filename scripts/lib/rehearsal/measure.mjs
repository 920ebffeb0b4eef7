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

/** What a replica costs: memory, where the system tells, and connections to the database. */
export async function cost(database, replicas) {
  const client = await database.connect();
  const { rows } = await client.query(
    "SELECT count(*)::int AS open FROM pg_stat_activity WHERE application_name = 'waymark'",
  );
  await client.end();
  const bytes = await Promise.all(replicas.map(one => one.residentBytes()));
  return {
    replicas: replicas.length,
    connections: rows[0].open,
    ...(bytes[0] && { residentMegabytes: Math.round(median(bytes) / 1e6) }),
  };
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
