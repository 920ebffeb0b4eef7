/** Ends with 0 while the portal in this container is alive; for `HEALTHCHECK`. */
const port = process.env.WAYMARK_PORT ?? '7007';
const url = `http://127.0.0.1:${port}/.backstage/health/v1/liveness`;

try {
  const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  process.exit(answer.ok ? 0 : 1);
} catch {
  process.exit(1);
}
