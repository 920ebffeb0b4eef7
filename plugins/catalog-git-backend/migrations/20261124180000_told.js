// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE told_file (
      provider text NOT NULL,
      repository text NOT NULL,
      path text NOT NULL,
      recipients text[] NOT NULL,
      PRIMARY KEY (provider, repository, path)
    );
    COMMENT ON TABLE told_file IS 'Files whose owners were told of a problem, and not yet that it is over; outlives the repository, whose removal ends the problem too';
    COMMENT ON COLUMN told_file.recipients IS 'Entity references of those who were told';
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`DROP TABLE told_file`);
};
