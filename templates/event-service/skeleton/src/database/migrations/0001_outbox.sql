-- What has happened here and the rest of the world must hear of. A row is written in
-- the transaction of the change that it tells of, and leaves by the relay.
CREATE TABLE outbox (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id uuid NOT NULL UNIQUE,
  topic text NOT NULL,
  -- Events of one key are published in the order of their positions.
  key text NOT NULL,
  type text NOT NULL,
  body text NOT NULL,
  trace jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  sent_at timestamptz
);

CREATE INDEX outbox_unsent ON outbox (position) WHERE sent_at IS NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
