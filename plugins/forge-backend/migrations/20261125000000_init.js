// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS token (
      token_id uuid PRIMARY KEY,
      hash bytea NOT NULL UNIQUE,
      user_ref text NOT NULL,
      name text NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      last_used_at timestamptz
    );
    CREATE INDEX IF NOT EXISTS token_user ON token (user_ref, created_at DESC);
    COMMENT ON TABLE token IS 'What people give Git clients for a password';
    COMMENT ON COLUMN token.hash IS 'SHA-256; the tokens are random and long, so a slow hash would protect nothing';
    COMMENT ON COLUMN token.last_used_at IS 'To the hour';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE IF EXISTS token');
};
