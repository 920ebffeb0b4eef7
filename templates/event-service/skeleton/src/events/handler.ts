import { z } from 'zod';
import type { Queryable } from '../database/database.ts';

export interface ReceivedEvent<Data> {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly key: string;
  readonly data: Data;
}

export interface EventHandler {
  /** Events of other types pass by. */
  readonly type: string;
  /** Reads the data; rejects with `z.ZodError` if they are not of the type's form. */
  readonly handle: (
    event: ReceivedEvent<unknown>,
    context: HandlerContext,
  ) => Promise<void>;
}

export interface HandlerContext {
  /** What is written here is kept only together with the mark that the event is done. */
  readonly tx: Queryable;
  /** Aborts when the time is up: pass it on to whatever is called outside of `tx`. */
  readonly signal: AbortSignal;
}

/** Trying again will not help: the event goes to the dead letters at once. */
export class RejectedEvent extends Error {
  override readonly name = 'RejectedEvent';
}

export function eventHandler<Data>(
  type: string,
  schema: z.ZodType<Data>,
  handle: (
    event: ReceivedEvent<Data>,
    context: HandlerContext,
  ) => Promise<void>,
): EventHandler {
  return {
    type,
    handle: async (event, context) => {
      await handle({ ...event, data: schema.parse(event.data) }, context);
    },
  };
}
