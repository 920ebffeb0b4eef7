// @ts-check

/**
 * The owner that an entity names, as a full reference in lower case. Written as
 * the catalog reads it: a group of the entity's own namespace unless it says
 * otherwise.
 */
const OWNER_REF = `
  CASE WHEN jsonb_typeof(entity #> '{spec,owner}') = 'string' THEN lower(
    CASE WHEN strpos(entity #>> '{spec,owner}', ':') > 0
         THEN split_part(entity #>> '{spec,owner}', ':', 1)
         ELSE 'group' END
    || ':' ||
    CASE WHEN strpos(entity #>> '{spec,owner}', '/') > 0
         THEN split_part(regexp_replace(entity #>> '{spec,owner}', '^[^:/]*:', ''), '/', 1)
         ELSE coalesce(entity #>> '{metadata,namespace}', 'default') END
    || '/' ||
    regexp_replace(entity #>> '{spec,owner}', '^.*[:/]', '')
  ) END`;

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE repository
      ADD COLUMN IF NOT EXISTS consecutive_failures integer NOT NULL DEFAULT 0,
      ADD COLUMN IF NOT EXISTS retry_at timestamptz;
    COMMENT ON COLUMN repository.status IS 'How the last attempt to read it went: ok, unreachable, unauthorized, or pending before the first';
    COMMENT ON COLUMN repository.retry_at IS 'The schedule does not ask a repository that failed before then';

    ALTER TABLE entity
      ADD COLUMN IF NOT EXISTS owner_ref text GENERATED ALWAYS AS (${OWNER_REF}) STORED;
    COMMENT ON COLUMN entity.owner_ref IS 'Owner that the last good version names, as a full reference';

    ALTER TABLE problem
      ADD COLUMN IF NOT EXISTS notice text NOT NULL DEFAULT 'none';
    COMMENT ON COLUMN problem.notice IS 'Message to the owner: none, due or sent';
    CREATE INDEX IF NOT EXISTS problem_notice_idx ON problem (since) WHERE notice = 'due';

    CREATE TABLE IF NOT EXISTS past_problem (
      past_problem_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      provider text NOT NULL,
      repository text NOT NULL,
      path text NOT NULL,
      code text NOT NULL,
      line integer,
      entity_ref text,
      reason text NOT NULL,
      since timestamptz NOT NULL,
      resolved_at timestamptz NOT NULL,
      FOREIGN KEY (provider, repository) REFERENCES repository (provider, name) ON DELETE CASCADE
    );
    COMMENT ON TABLE past_problem IS 'The last problems of a repository that are over';
    CREATE INDEX IF NOT EXISTS past_problem_repository_idx ON past_problem (provider, repository, resolved_at DESC);

    CREATE TABLE IF NOT EXISTS repository_scan (
      repository_scan_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      provider text NOT NULL,
      repository text NOT NULL,
      finished_at timestamptz NOT NULL,
      duration_ms integer NOT NULL,
      trigger text NOT NULL,
      outcome text NOT NULL,
      commit_id text,
      changes integer NOT NULL,
      problems integer NOT NULL,
      reason text,
      FOREIGN KEY (provider, repository) REFERENCES repository (provider, name) ON DELETE CASCADE
    );
    COMMENT ON TABLE repository_scan IS 'The last scans of a repository that found something new or failed';
    CREATE INDEX IF NOT EXISTS repository_scan_repository_idx ON repository_scan (provider, repository, repository_scan_id DESC);

    ALTER TABLE scan
      ADD COLUMN IF NOT EXISTS total integer,
      ADD COLUMN IF NOT EXISTS holder text,
      ADD COLUMN IF NOT EXISTS lease_until timestamptz;
    COMMENT ON COLUMN scan.total IS 'Repositories to look at; null until they are listed';
    COMMENT ON COLUMN scan.holder IS 'The process that scans or scanned';
    COMMENT ON COLUMN scan.lease_until IS 'Renewed while the scan runs; when it lapses, another process takes over';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    ALTER TABLE scan DROP COLUMN IF EXISTS total, DROP COLUMN IF EXISTS holder, DROP COLUMN IF EXISTS lease_until;
    DROP TABLE IF EXISTS repository_scan;
    DROP TABLE IF EXISTS past_problem;
    ALTER TABLE problem DROP COLUMN IF EXISTS notice;
    ALTER TABLE entity DROP COLUMN IF EXISTS owner_ref;
    ALTER TABLE repository DROP COLUMN IF EXISTS consecutive_failures, DROP COLUMN IF EXISTS retry_at;
  `);
};
