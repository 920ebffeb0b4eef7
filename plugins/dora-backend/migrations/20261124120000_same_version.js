// @ts-check

/**
 * Whether a version ran before is asked newest first: with the time in the
 * index, the answer is its first row.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    DROP INDEX deployment_service_commit_sha_idx;
    DROP INDEX deployment_service_version_idx;
    CREATE INDEX deployment_service_commit_sha_finished_at_idx
      ON deployment (service, commit_sha, finished_at) WHERE commit_sha IS NOT NULL;
    CREATE INDEX deployment_service_version_finished_at_idx
      ON deployment (service, version, finished_at) WHERE version IS NOT NULL;
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP INDEX deployment_service_commit_sha_finished_at_idx;
    DROP INDEX deployment_service_version_finished_at_idx;
    CREATE INDEX deployment_service_commit_sha_idx ON deployment (service, commit_sha);
    CREATE INDEX deployment_service_version_idx ON deployment (service, version);
  `);
};
