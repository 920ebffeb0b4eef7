import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
} from '@opentelemetry/sdk-trace-node';
import { SERVICE } from './service.ts';

/**
 * Starts tracing and returns how to end it. Every run has a trace id for its logs; spans leave the
 * process only where OTEL_EXPORTER_OTLP_ENDPOINT says whereto. The other OTEL_ variables of the
 * specification work as it says.
 */
export function startTelemetry(env: NodeJS.ProcessEnv): () => Promise<void> {
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': SERVICE }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: env['OTEL_EXPORTER_OTLP_ENDPOINT']
      ? [new BatchSpanProcessor(new OTLPTraceExporter())]
      : [],
  });
  provider.register();
  return () => provider.shutdown();
}
