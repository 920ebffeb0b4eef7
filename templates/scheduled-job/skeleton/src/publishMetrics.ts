import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from './config.ts';
import type { MetricsText } from './metrics.ts';
import { SERVICE } from './service.ts';

type Target = Pick<Config, 'PUSHGATEWAY_URL' | 'METRICS_DIRECTORY'>;

/** Pushes the metrics to the Pushgateway, or writes them to files where there is none. */
export function publishMetrics(
  metrics: MetricsText,
  target: Target,
): Promise<void> {
  return target.PUSHGATEWAY_URL
    ? push(metrics, target.PUSHGATEWAY_URL)
    : writeFiles(metrics, target.METRICS_DIRECTORY);
}

/** POST replaces metrics of the same name only, so a failed run leaves the time of the last success. */
async function push(metrics: MetricsText, url: string): Promise<void> {
  const address = new URL(`/metrics/job/${SERVICE}`, url);
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; version=0.0.4' },
    body: metrics.run + (metrics.success ?? ''),
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) {
    const answer = await response.text();
    throw new Error(`${address.href} answered ${response.status}: ${answer}`);
  }
}

async function writeFiles(
  metrics: MetricsText,
  directory: string,
): Promise<void> {
  await replace(path.join(directory, `${SERVICE}.prom`), metrics.run);
  if (metrics.success === undefined) return;
  await replace(
    path.join(directory, `${SERVICE}-success.prom`),
    metrics.success,
  );
}

/** By renaming, so that a collector never reads half a file. */
async function replace(file: string, content: string): Promise<void> {
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}
