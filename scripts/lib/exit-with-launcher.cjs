/**
 * Loaded into the portal by the launcher: when the launcher is gone, whatever ended it, the
 * portal shuts down in the orderly way instead of living on without its database.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
