import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { identity } from '../identity.ts';

const QUIET_PATHS = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Traces always exist, so that logs and messages carry their ids. They are exported
 * when OTEL_EXPORTER_OTLP_ENDPOINT (or its form for traces) is set; the other
 * OTEL_EXPORTER_OTLP_* variables then apply as OpenTelemetry specifies them.
 * Must run before anything loads `node:http`.
 */
export function startTracing(env: NodeJS.ProcessEnv): () => Promise<void> {
  const isExported =
    env.OTEL_EXPORTER_OTLP_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(
        resourceFromAttributes({
          'service.name': identity.name,
          'service.version': identity.version,
        }),
      )
      .merge(
        detectResources({
          detectors: [resourceAttributesEnvDetector, serviceNameEnvDetector],
        }),
      ),
    sampler: new ParentBasedSampler({
      root: new TraceIdRatioBasedSampler(
        Number(env.OTEL_TRACES_SAMPLER_ARG ?? 1),
      ),
    }),
    spanProcessors: isExported
      ? [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })]
      : [],
  });
  context.setGlobalContextManager(
    new AsyncLocalStorageContextManager().enable(),
  );
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  registerInstrumentations({
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url }) => QUIET_PATHS.has(url ?? ''),
        // A broker that speaks HTTP to itself would be noise: calls count only within a trace.
        requireParentforOutgoingSpans: true,
      }),
    ],
  });
  return () => provider.shutdown();
}
