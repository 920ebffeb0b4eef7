import type { Logger } from 'pino';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import {
  type CloudEvent,
  explain,
  keyOf,
  readCloudEvent,
  UnreadableEvent,
} from '../events/cloud-event.ts';
import { type EventHandler, RejectedEvent } from '../events/handler.ts';
import type { Metrics } from '../observability/metrics.ts';
import { startMessageSpan, within } from '../observability/spans.ts';
import { contextOf } from '../observability/trace-headers.ts';
import type { Backoff } from '../scheduling/backoff.ts';
import {
  bury,
  type Claim,
  claimEvent,
  holdClaim,
  markDone,
  postpone,
  type Reason,
} from './inbox-store.ts';

export interface HandlingOptions {
  readonly database: Database;
  readonly handlers: ReadonlyMap<string, EventHandler>;
  /** The broker's name, for traces. */
  readonly system: string;
  readonly maxAttempts: number;
  readonly timeoutMs: number;
  readonly backoff: Backoff;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** After a lease another replica may take the event: it must outlive the longest attempt. */
const LEASE_PER_TIMEOUT = 1.5;

/** Handles the next event that is due. Resolves to whether there was one. */
export async function handleNext(options: HandlingOptions): Promise<boolean> {
  const { database, timeoutMs } = options;
  const claim = await claimEvent(database, timeoutMs * LEASE_PER_TIMEOUT);
  if (!claim) return false;
  if (claim.attempts > 1) options.metrics.retries.inc({ type: claim.type });
  if (claim.attempts > options.maxAttempts) {
    // The attempt before did not live to tell.
    await giveUp(
      options,
      claim,
      'exhausted',
      'The service ended while it handled this event.',
    );
    return true;
  }
  try {
    await attempt(options, claim);
  } catch (error) {
    await settle(options, claim, error);
  }
  return true;
}

async function attempt(options: HandlingOptions, claim: Claim): Promise<void> {
  const { handlers, metrics, system } = options;
  const { topic, type } = claim;
  const event = readCloudEvent(claim.body);
  const handler = handlers.get(event.type);
  if (!handler) throw new RejectedEvent(`Nothing here handles ${event.type}.`);
  const parent = contextOf(claim.trace);
  const span = startMessageSpan({
    operation: 'process',
    system,
    topic,
    eventId: event.id,
    type: event.type,
    parent,
  });
  const stopTimer = metrics.handlingDuration.startTimer({ type });
  try {
    const isDone = await within(span, parent, () =>
      inTransaction(options, claim, event, handler),
    );
    if (!isDone) return;
    metrics.settled.inc({ type, outcome: 'success' });
    if (event.time) {
      metrics.deliveryDuration.observe(
        { type },
        Math.max(0, (Date.now() - Date.parse(event.time)) / 1000),
      );
    }
  } finally {
    stopTimer();
  }
}

/** The effects of the handler and the mark that it is done are kept together or not at all. */
function inTransaction(
  { database, timeoutMs }: HandlingOptions,
  claim: Claim,
  event: CloudEvent,
  handler: EventHandler,
): Promise<boolean> {
  return database.transaction(async tx => {
    await tx.query(`SELECT set_config('statement_timeout', $1, true)`, [
      String(timeoutMs),
    ]);
    if (!(await holdClaim(tx, claim))) return false;
    const { id, source, type, data } = event;
    const signal = AbortSignal.timeout(timeoutMs);
    await Promise.race([
      handler.handle(
        { id, source, type, key: keyOf(event), data },
        { tx, signal },
      ),
      rejectOnAbort(signal, timeoutMs),
    ]);
    await markDone(tx, claim.position);
    return true;
  });
}

function rejectOnAbort(signal: AbortSignal, timeoutMs: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(new Error(`The handler did not end within ${timeoutMs} ms.`));
      },
      { once: true },
    );
  });
}

async function settle(
  options: HandlingOptions,
  claim: Claim,
  error: unknown,
): Promise<void> {
  const message = textOf(error);
  const final = finalReason(error);
  if (final) {
    await giveUp(options, claim, final, message);
  } else if (claim.attempts >= options.maxAttempts) {
    await giveUp(options, claim, 'exhausted', message);
  } else {
    const delayMs = options.backoff(claim.attempts);
    await postpone(options.database, claim, { delayMs, error: message });
    options.log.warn(
      { err: error, ...named(claim), retryInMs: delayMs },
      'Handling an event failed, and will be tried again',
    );
  }
}

async function giveUp(
  { database, metrics, log }: HandlingOptions,
  claim: Claim,
  reason: Reason,
  error: string,
): Promise<void> {
  await bury(database, claim, { reason, error });
  metrics.settled.inc({ type: claim.type, outcome: 'dead_letter' });
  metrics.deadLettered.inc({ type: claim.type, reason });
  log.error({ ...named(claim), reason, error }, 'An event was given up');
}

function finalReason(error: unknown): Reason | undefined {
  if (error instanceof UnreadableEvent) return 'unreadable';
  if (error instanceof z.ZodError) return 'invalid';
  if (error instanceof RejectedEvent) return 'rejected';
  return undefined;
}

function named({ position, topic, type, attempts }: Claim): object {
  return { position, topic, type, attempts };
}

/** Postgres keeps no NUL in a text. */
function textOf(error: unknown): string {
  const text =
    error instanceof z.ZodError
      ? explain(error)
      : error instanceof Error
        ? error.message
        : String(error);
  return text.replaceAll('\0', '').slice(0, 2_000);
}
