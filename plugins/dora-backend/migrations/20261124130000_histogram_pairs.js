// @ts-check

const TABLES = ['roll_up', 'roll_up_delta'];

/**
 * A histogram is a list of bucket and count in turn: an object with a key for
 * each bucket takes many times the memory once it is read.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const table of TABLES) {
    await knex.raw(`
      UPDATE ${table} SET histograms = (
        SELECT json_object_agg(h.key, (
          SELECT json_agg(pair.number ORDER BY b.key::integer, pair.place)
          FROM json_each_text(h.value) AS b
          CROSS JOIN LATERAL (VALUES (1, b.key::integer), (2, b.value::integer)) AS pair(place, number)))
        FROM json_each(${table}.histograms) AS h)
      WHERE histograms::text <> '{}'
    `);
    await knex.raw(
      `COMMENT ON COLUMN ${table}.histograms IS 'By duration: a bucket and its count, the next bucket and its count, ...'`,
    );
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of TABLES) {
    await knex.raw(`
      UPDATE ${table} SET histograms = (
        SELECT json_object_agg(h.key, (
          SELECT json_object_agg(bucket.number, count.number::integer)
          FROM json_array_elements_text(h.value) WITH ORDINALITY AS bucket(number, place)
          JOIN json_array_elements_text(h.value) WITH ORDINALITY AS count(number, place)
            ON count.place = bucket.place + 1
          WHERE bucket.place % 2 = 1))
        FROM json_each(${table}.histograms) AS h)
      WHERE histograms::text <> '{}'
    `);
  }
};
