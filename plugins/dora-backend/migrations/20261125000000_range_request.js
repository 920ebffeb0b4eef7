// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE range_request (
      request_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      service text NOT NULL
    );
    CREATE INDEX range_request_service_idx ON range_request (service, request_id);
    COMMENT ON TABLE range_request IS 'Services of whose deployments Git may know more than is kept; a row each time';
    INSERT INTO range_request (service) SELECT DISTINCT service FROM derived_deployment;
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE range_request');
};
