CREATE TABLE task (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  position bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  request_key text UNIQUE,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 120),
  due_on date,
  created_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz
);

COMMENT ON TABLE task IS 'Something to be done.';
COMMENT ON COLUMN task.position IS 'Order of creation; pages are cut by it.';
COMMENT ON COLUMN task.request_key IS 'The Idempotency-Key it was created with, so that a repeated request creates nothing.';

CREATE UNIQUE INDEX task_position_idx ON task (position);
CREATE INDEX task_open_position_idx ON task (position) WHERE completed_at IS NULL;
