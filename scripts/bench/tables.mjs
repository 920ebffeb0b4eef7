import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inHome } from '../lib/paths.mjs';

const PORT_LINE = 3;

/** A client of the embedded Postgres of a benchmark's portal. */
async function connect(folder) {
  const pid = await readFile(
    path.join(folder, 'postgres', 'postmaster.pid'),
    'utf8',
  );
  const secrets = await readFile(path.join(folder, 'secrets.json'), 'utf8');
  // Not at the top: the launcher is read before its dependencies are installed.
  const { Client } = createRequire(inHome('packages/backend/package.json'))(
    'pg',
  );
  const client = new Client({
    host: '127.0.0.1',
    port: Number(pid.split('\n')[PORT_LINE]),
    user: 'postgres',
    password: JSON.parse(secrets).postgresPassword,
    database: 'postgres',
  });
  await client.connect();
  return client;
}

const mib = bytes => Math.round(Number(bytes) / 1024 ** 2);

/** Rows (as Postgres counts them) and sizes of the larger tables of a plugin, partitions together. */
export async function tablesOf(folder, schema) {
  const client = await connect(folder);
  try {
    await client.query(`ANALYZE`);
    const { rows } = await client.query(
      `SELECT coalesce(parent.relname, t.relname) AS name, sum(greatest(t.reltuples, 0))::bigint AS rows,
              sum(pg_table_size(t.oid)) AS table_bytes, sum(pg_indexes_size(t.oid)) AS index_bytes
       FROM pg_class AS t
       LEFT JOIN pg_inherits AS i ON i.inhrelid = t.oid
       LEFT JOIN pg_class AS parent ON parent.oid = i.inhparent
       WHERE t.relkind = 'r' AND t.relnamespace = to_regnamespace($1)
       GROUP BY 1 HAVING sum(pg_total_relation_size(t.oid)) >= 1024 * 1024
       ORDER BY sum(pg_total_relation_size(t.oid)) DESC`,
      [schema],
    );
    return Object.fromEntries(
      rows.map(
        ({ name, rows: count, table_bytes: table, index_bytes: index }) => [
          name,
          { rows: Number(count), tableMiB: mib(table), indexMiB: mib(index) },
        ],
      ),
    );
  } finally {
    await client.end();
  }
}
