import { z } from 'zod';

/** The contract of the event. A change that breaks its readers is a new version with a new name. */
export const ORDER_PLACED = 'order.placed.v1';

export const orderPlaced = z.object({
  orderId: z.uuid(),
  customerId: z.string().min(1).max(100),
  amountCents: z.number().int().positive(),
});

export type OrderPlaced = z.infer<typeof orderPlaced>;
