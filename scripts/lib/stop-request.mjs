import { say } from './progress.mjs';

const LOOKS_EVERY_MS = 1_000;

/**
 * A script of npm runs in a shell between the two: a SIGTERM to npm ends npm and the shell, and
 * nobody tells the script.
 */
function whenOrphaned(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM');
  }, LOOKS_EVERY_MS).unref();
}

/**
 * Runs `shutDown` once at the first Ctrl-C or SIGTERM, or when npm is gone, and ends the process. Returns a function
 * that tells whether that has begun, for those who see their children end because of it.
 */
export function onStopRequest(shutDown) {
  let requested = false;
  const stop = async signal => {
    if (requested) return;
    requested = true;
    say('Stopping ...');
    await shutDown();
    say('Stopped. Nothing is running any more; the data is kept.');
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  whenOrphaned(stop);
  return () => requested;
}
