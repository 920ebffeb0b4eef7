import { register } from 'node:module';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { NodeSDK, type NodeSDKConfiguration } from '@opentelemetry/sdk-node';
import { product } from './product.ts';

/**
 * Starts tracing. `main.ts` loads this file before all others, because the libraries that it
 * watches have to be wrapped when they are loaded.
 *
 * Spans go where OTEL_EXPORTER_OTLP_ENDPOINT says. Without it they go nowhere, but requests still
 * have a trace id, their own or the caller's, which logs and error answers repeat.
 */

const WATCHED = ['pg'];
const UNTRACED = new Set(['/healthz', '/readyz', '/metrics']);

const toNowhere: NonNullable<NodeSDKConfiguration['spanProcessors']>[number] = {
  onStart: () => undefined,
  onEnd: () => undefined,
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT } =
  process.env;
const collector =
  OTEL_EXPORTER_OTLP_ENDPOINT || OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;

register('@opentelemetry/instrumentation/hook.mjs', import.meta.url, {
  data: { include: WATCHED },
});

const sdk = new NodeSDK({
  serviceName: process.env.OTEL_SERVICE_NAME ?? product.name,
  ...(collector ? {} : { spanProcessors: [toNowhere] }),
  // Logs go to standard output and metrics are scraped: only traces are sent.
  logRecordProcessors: [],
  metricReaders: [],
  instrumentations: [
    new HttpInstrumentation({
      ignoreIncomingRequestHook: request => UNTRACED.has(request.url ?? ''),
    }),
    new PgInstrumentation(),
  ],
});
sdk.start();

/** Sends the spans that are still held. */
export async function stopTelemetry(): Promise<void> {
  await sdk.shutdown();
}
