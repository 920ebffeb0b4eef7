import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { ORDER_PLACED, type OrderPlaced } from './order-placed.ts';

export const newOrder = z.strictObject({
  customerId: z
    .string()
    .min(1)
    .max(100)
    .regex(/^\P{Cc}*$/u, 'must not have control characters'),
  amountCents: z.number().int().positive().max(100_000_000),
});

export type NewOrder = z.infer<typeof newOrder>;

/** The order and the event that tells of it: both, or neither. Resolves to the id of the order. */
export function placeOrder(
  database: Database,
  topic: string,
  { customerId, amountCents }: NewOrder,
): Promise<string> {
  const orderId = randomUUID();
  return database.transaction(async tx => {
    await tx.query(
      'INSERT INTO orders (id, customer_id, amount_cents) VALUES ($1, $2, $3)',
      [orderId, customerId, amountCents],
    );
    const data: OrderPlaced = { orderId, customerId, amountCents };
    // The customer is the key: what one customer does stays in order.
    await enqueue(tx, { topic, type: ORDER_PLACED, key: customerId, data });
    return orderId;
  });
}
