import type { FastifyLoggerOptions } from 'fastify';
import { currentSpan } from './traceId.ts';

export interface Logging {
  level: string;
  /** Where lines go; standard output unless a test listens. */
  stream?: { write(line: string): void };
}

/** One JSON object a line, with the names that OpenTelemetry has for the ids of a trace. */
export function loggerOptions({ level, stream }: Logging) {
  return {
    level,
    ...(stream ? { stream } : {}),
    messageKey: 'message',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => {
      const span = currentSpan();
      return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
    },
  } satisfies FastifyLoggerOptions & Record<string, unknown>;
}
