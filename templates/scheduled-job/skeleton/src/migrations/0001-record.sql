CREATE TABLE record (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  content jsonb NOT NULL,
  expires_at timestamptz NOT NULL
);

COMMENT ON TABLE record IS 'What is kept until a time, and removed by this job after it';

CREATE INDEX record_expires_at_idx ON record (expires_at);
