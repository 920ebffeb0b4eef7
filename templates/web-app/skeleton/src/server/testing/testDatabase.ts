import { randomBytes } from 'node:crypto';
import { connect } from '../database/connect.ts';

/** A Postgres to test against; each suite makes a schema of its own in it and drops it again. */
export const testDatabaseUrl =
  process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;

/** A pool that sees an empty schema only. */
export async function testDatabase() {
  if (!testDatabaseUrl) throw new Error('Set TEST_DATABASE_URL.');
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const pool = connect({
    url: testDatabaseUrl,
    connections: 8,
    options: `-c search_path=${schema}`,
  });
  await pool.query(`CREATE SCHEMA ${schema}`);
  return {
    pool,
    schema,
    drop: async () => {
      await pool.query(`DROP SCHEMA ${schema} CASCADE`);
      await pool.end();
    },
  };
}
