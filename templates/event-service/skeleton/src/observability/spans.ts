import {
  type Attributes,
  type Context,
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

const tracer = trace.getTracer('events');

export interface MessageSpan {
  readonly operation: 'send' | 'process';
  readonly system: string;
  readonly topic: string;
  readonly eventId: string;
  readonly type: string;
  readonly parent: Context;
}

export function startMessageSpan(of: MessageSpan): Span {
  const attributes: Attributes = {
    'messaging.system': of.system,
    'messaging.operation.name': of.operation,
    'messaging.operation.type': of.operation,
    'messaging.destination.name': of.topic,
    'messaging.message.id': of.eventId,
    'cloudevents.event_type': of.type,
  };
  const kind = of.operation === 'send' ? SpanKind.PRODUCER : SpanKind.CONSUMER;
  return tracer.startSpan(
    `${of.operation} ${of.topic}`,
    { kind, attributes },
    of.parent,
  );
}

export function fail(span: Span, error: unknown): void {
  span.recordException(error instanceof Error ? error : String(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Runs `work` inside the span, which ends with it. */
export async function within<T>(
  span: Span,
  parent: Context,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    fail(span, error);
    throw error;
  } finally {
    span.end();
  }
}
