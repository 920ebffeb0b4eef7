import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from '../../src/broker/broker.ts';
import { ORDER_PLACED } from '../../src/orders/order-placed.ts';

/** An `order.placed` as another service might have sent it. */
export function orderPlacedMessage(
  override: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): IncomingMessage {
  return {
    topic: 'orders',
    headers,
    body: Buffer.from(
      JSON.stringify({
        specversion: '1.0',
        id: randomUUID(),
        source: '/shop',
        type: ORDER_PLACED,
        subject: 'ada',
        time: new Date().toISOString(),
        data: { orderId: randomUUID(), customerId: 'ada', amountCents: 1250 },
        ...override,
      }),
    ),
  };
}
