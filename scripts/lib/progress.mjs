const startedAt = Date.now();
const HEARTBEAT_MS = 5_000;

const seconds = ms => `${Math.round(ms / 1000)} s`;
const clock = () => `[${String(seconds(Date.now() - startedAt)).padStart(5)}]`;

/** Prints one line with the time since the launcher started. */
export function say(text) {
  process.stdout.write(`${clock()} ${text}\n`);
}

/**
 * Runs one long step and says when it starts, that it still goes on, and how long it took.
 * `detail()` may return a few words about how far it is.
 */
export async function step(title, work, detail = () => '') {
  const from = Date.now();
  say(`${title} ...`);
  const heartbeat = setInterval(() => {
    const more = detail();
    say(`${title}: ${seconds(Date.now() - from)}${more ? `, ${more}` : ''}`);
  }, HEARTBEAT_MS);
  try {
    const result = await work();
    say(`${title}: done in ${seconds(Date.now() - from)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
