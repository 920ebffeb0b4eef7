-- Every event that was received, once. Its row outlives the handling, so that a copy
-- that comes later is recognised.
CREATE TABLE inbox (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Together they name an event in the whole world (CloudEvents, "source" and "id").
  source text NOT NULL,
  event_id text NOT NULL,
  topic text NOT NULL,
  -- Events of one key are handled one after the other.
  key text NOT NULL,
  type text NOT NULL,
  -- As it came: what cannot be read must be kept as well.
  body bytea NOT NULL,
  trace jsonb NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_at timestamptz,
  reason text CHECK (reason IN ('unreadable', 'invalid', 'rejected', 'exhausted')),
  error text,
  UNIQUE (source, event_id),
  CHECK ((state = 'dead') = (reason IS NOT NULL))
);

CREATE INDEX inbox_pending ON inbox (position) WHERE state = 'pending';
CREATE INDEX inbox_pending_key ON inbox (topic, key, position) WHERE state = 'pending';
CREATE INDEX inbox_dead ON inbox (position) WHERE state = 'dead';
CREATE INDEX inbox_done ON inbox (settled_at) WHERE state = 'done';
