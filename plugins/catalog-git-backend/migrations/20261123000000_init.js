// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS repository (
      provider text NOT NULL,
      name text NOT NULL,
      url text NOT NULL,
      branch text,
      commit_id text,
      config_hash text,
      status text NOT NULL,
      version bigint NOT NULL DEFAULT 1,
      consecutive_misses integer NOT NULL DEFAULT 0,
      last_scanned_at timestamptz,
      last_changed_at timestamptz,
      last_error text,
      PRIMARY KEY (provider, name)
    );
    COMMENT ON TABLE repository IS 'Git repositories that providers found, and what was last read from them';
    COMMENT ON COLUMN repository.name IS '<owner>/<repo>';
    COMMENT ON COLUMN repository.status IS 'How the last attempt to read it went: ok, unreachable, or pending before the first';
    COMMENT ON COLUMN repository.url IS 'Address without credentials';
    COMMENT ON COLUMN repository.config_hash IS 'Settings the files were read with; other settings mean reading again';
    COMMENT ON COLUMN repository.version IS 'Grows with every write; a scan that started from an older one is discarded';
    COMMENT ON COLUMN repository.consecutive_misses IS 'Successful listings in a row that did not have the repository';

    CREATE SEQUENCE IF NOT EXISTS entity_claim_seq;

    CREATE TABLE IF NOT EXISTS entity (
      entity_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      provider text NOT NULL,
      repository text NOT NULL,
      path text NOT NULL,
      document integer NOT NULL,
      line integer NOT NULL,
      entity_ref text NOT NULL,
      kind text NOT NULL,
      hash text NOT NULL,
      entity jsonb NOT NULL,
      last_good_commit text NOT NULL,
      claim_seq bigint NOT NULL,
      winning boolean NOT NULL DEFAULT false,
      FOREIGN KEY (provider, repository) REFERENCES repository (provider, name) ON DELETE CASCADE
    );
    COMMENT ON TABLE entity IS 'Last good version of every entity that a repository claims to own';
    COMMENT ON COLUMN entity.claim_seq IS 'Order of first claims; the lowest of an entity_ref wins';
    COMMENT ON COLUMN entity.winning IS 'This claim is the one the catalog gets';
    CREATE INDEX IF NOT EXISTS entity_provider_repository_idx ON entity (provider, repository);
    CREATE INDEX IF NOT EXISTS entity_entity_ref_idx ON entity (entity_ref, claim_seq);

    CREATE SEQUENCE IF NOT EXISTS change_sequence_seq;

    CREATE TABLE IF NOT EXISTS change (
      provider text NOT NULL,
      repository text NOT NULL,
      entity_ref text NOT NULL,
      hash text NOT NULL,
      deleted boolean NOT NULL,
      sequence bigint NOT NULL,
      PRIMARY KEY (provider, repository, entity_ref)
    );
    COMMENT ON TABLE change IS 'Latest state of every entity for the catalog, in the order of the last change';
    COMMENT ON COLUMN change.deleted IS 'A removal that the catalog has not acknowledged';
    CREATE UNIQUE INDEX IF NOT EXISTS change_provider_sequence_idx ON change (provider, sequence);
    CREATE INDEX IF NOT EXISTS change_entity_ref_idx ON change (entity_ref);

    CREATE TABLE IF NOT EXISTS problem (
      provider text NOT NULL,
      repository text NOT NULL,
      path text NOT NULL,
      document integer NOT NULL,
      code text NOT NULL,
      line integer,
      column_number integer,
      entity_ref text,
      reason text NOT NULL,
      since timestamptz NOT NULL,
      last_good_commit text,
      PRIMARY KEY (provider, repository, path, document, code),
      FOREIGN KEY (provider, repository) REFERENCES repository (provider, name) ON DELETE CASCADE
    );
    COMMENT ON TABLE problem IS 'What keeps entities from the catalog at this moment';
    COMMENT ON COLUMN problem.document IS 'Position in the file from 0; -1 when the whole file is concerned';
    CREATE INDEX IF NOT EXISTS problem_since_idx ON problem (since DESC, provider, repository, path, document, code);
    CREATE INDEX IF NOT EXISTS problem_entity_ref_idx ON problem (entity_ref);

    CREATE TABLE IF NOT EXISTS delivery (
      provider text PRIMARY KEY,
      cursor bigint NOT NULL
    );
    COMMENT ON TABLE delivery IS 'How far the catalog has acknowledged the changes of a provider';

    CREATE TABLE IF NOT EXISTS scan (
      provider text PRIMARY KEY,
      started_at timestamptz NOT NULL,
      finished_at timestamptz,
      duration_ms integer,
      changed integer NOT NULL DEFAULT 0,
      unchanged integer NOT NULL DEFAULT 0,
      failed integer NOT NULL DEFAULT 0,
      error text
    );
    COMMENT ON TABLE scan IS 'The last scan of every provider';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE IF EXISTS scan;
    DROP TABLE IF EXISTS delivery;
    DROP TABLE IF EXISTS problem;
    DROP TABLE IF EXISTS change;
    DROP TABLE IF EXISTS entity;
    DROP TABLE IF EXISTS repository;
    DROP SEQUENCE IF EXISTS change_sequence_seq;
    DROP SEQUENCE IF EXISTS entity_claim_seq;
  `);
};
