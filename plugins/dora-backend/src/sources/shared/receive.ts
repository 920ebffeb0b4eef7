import type { JsonValue } from '@backstage/types';
import {
  UnusableEventError,
  type DeliverySource,
  type ReceivedEvent,
  type Reception,
} from '@waymark/plugin-dora-node';

/**
 * One part of a request as a reception. What could not be observed later is
 * refused at once, while the sender can still be told.
 *
 * @param toEvent - null: of no interest, and not kept
 */
export function receiveOne(
  payload: JsonValue,
  toEvent: () => ReceivedEvent | null,
  observe: DeliverySource['observe'],
): Reception[] {
  try {
    const event = toEvent();
    if (!event) return [];
    observe(event);
    return [{ event }];
  } catch (error) {
    if (error instanceof UnusableEventError) {
      return [{ rejected: error, payload }];
    }
    throw error;
  }
}
