-- The example: orders, and what each customer has ordered so far.
CREATE TABLE orders (
  id uuid PRIMARY KEY,
  customer_id text NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  placed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE customer_totals (
  customer_id text PRIMARY KEY,
  orders bigint NOT NULL,
  amount_cents bigint NOT NULL
);
