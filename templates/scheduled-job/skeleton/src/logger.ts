import { trace } from '@opentelemetry/api';
import { pino, stdTimeFunctions, type Logger } from 'pino';
import { SERVICE } from './service.ts';

export type { Logger };

/** Writes one JSON object a line to standard output, each with the ids of the trace it belongs to. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { service: SERVICE },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    mixin: traceIds,
  });
}

function traceIds() {
  const context = trace.getActiveSpan()?.spanContext();
  return context ? { trace_id: context.traceId, span_id: context.spanId } : {};
}
