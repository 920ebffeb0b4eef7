import { isSpanContextValid, trace } from '@opentelemetry/api';

/** The trace that is being worked on, if there is one. */
export function currentSpan() {
  const context = trace.getActiveSpan()?.spanContext();
  return context && isSpanContextValid(context) ? context : undefined;
}
