import { say } from './progress.mjs';

/**
 * Runs `shutDown` once at the first Ctrl-C or SIGTERM and ends the process. Returns a function
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
  return () => requested;
}
