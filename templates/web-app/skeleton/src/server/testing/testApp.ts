import { buildApp, type Parts } from '../buildApp.ts';
import { createMetrics } from '../metrics.ts';
import { Readiness } from '../Readiness.ts';
import { MemoryTaskStore } from './MemoryTaskStore.ts';

/** The whole application without a network and without a database. */
export async function testApp(parts: Partial<Parts> = {}) {
  const readiness = new Readiness();
  const metrics = createMetrics();
  const app = await buildApp({
    tasks: new MemoryTaskStore(),
    health: { readiness, pingDatabase: () => Promise.resolve() },
    metrics,
    logging: { level: 'fatal', stream: { write: () => undefined } },
    ...parts,
  });
  return { app, readiness, metrics };
}
