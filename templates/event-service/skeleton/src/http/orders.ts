import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database.ts';
import { customerTotals } from '../orders/customer-totals.ts';
import { newOrder, placeOrder } from '../orders/place-order.ts';
import { parseBody } from './problem.ts';

export function addOrderRoutes(
  app: FastifyInstance,
  {
    database,
    eventTopic,
    onEvent,
  }: { database: Database; eventTopic: string; onEvent: () => void },
): void {
  app.post('/orders', async (request, reply) => {
    const order = parseBody(newOrder, request.body);
    const id = await placeOrder(database, eventTopic, order);
    onEvent();
    return reply.code(201).send({ id });
  });

  /** What the consumer made of the events: behind the orders by the time that delivery takes. */
  app.get<{ Params: { customerId: string } }>(
    '/customers/:customerId/totals',
    request => customerTotals(database, request.params.customerId),
  );
}
