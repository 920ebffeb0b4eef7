import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
} from '@opentelemetry/api';

/** W3C trace context: `traceparent` and, if there is one, `tracestate`. */
export type TraceHeaders = Readonly<Record<string, string>>;

export function traceHeaders(of: Context = context.active()): TraceHeaders {
  const carrier: Record<string, string> = {};
  propagation.inject(of, carrier);
  return carrier;
}

export function contextOf(headers: TraceHeaders): Context {
  return propagation.extract(ROOT_CONTEXT, headers);
}

/** Of the headers that a stranger sent, what is a valid trace context. */
export function validTraceHeaders(headers: TraceHeaders): TraceHeaders {
  return traceHeaders(contextOf(headers));
}
