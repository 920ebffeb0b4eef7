import type { Queryable } from '../database/database.ts';
import { eventHandler } from '../events/handler.ts';
import { ORDER_PLACED, orderPlaced } from './order-placed.ts';

/** Adding twice would be wrong: what makes this safe is that the inbox hands over each event once. */
export const countOrder = eventHandler(
  ORDER_PLACED,
  orderPlaced,
  async ({ data }, { tx }) => {
    await tx.query(
      `INSERT INTO customer_totals AS total (customer_id, orders, amount_cents)
       VALUES ($1, 1, $2)
       ON CONFLICT (customer_id) DO UPDATE SET
         orders = total.orders + 1,
         amount_cents = total.amount_cents + excluded.amount_cents`,
      [data.customerId, data.amountCents],
    );
  },
);

export interface CustomerTotals {
  readonly orders: number;
  readonly amountCents: number;
}

export async function customerTotals(
  database: Queryable,
  customerId: string,
): Promise<CustomerTotals> {
  const [totals] = await database.query<CustomerTotals>(
    `SELECT orders::float8 AS orders, amount_cents::float8 AS "amountCents"
     FROM customer_totals WHERE customer_id = $1`,
    [customerId],
  );
  return totals ?? { orders: 0, amountCents: 0 };
}
