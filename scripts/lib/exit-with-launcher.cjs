/**
 * Loaded into the portal by the launcher: when the launcher is gone, whatever ended it, the
 * portal shuts down in the orderly way instead of living on without its database.
 */
const SHUTDOWN_LIMIT_MS = 10_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  // The database goes too: whoever still waits for it then, waits in vain.
  setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref();
});
