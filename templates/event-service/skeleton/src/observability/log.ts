import { isSpanContextValid, trace } from '@opentelemetry/api';
import { type Logger, pino, stdTimeFunctions } from 'pino';
import { identity } from '../identity.ts';

/** One JSON object a line on standard output, with the ids of the trace that it belongs to. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: { service: identity.name, version: identity.version },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    mixin: traceIds,
  });
}

function traceIds(): object {
  const current = trace.getActiveSpan()?.spanContext();
  return current && isSpanContextValid(current)
    ? { trace_id: current.traceId, span_id: current.spanId }
    : {};
}
