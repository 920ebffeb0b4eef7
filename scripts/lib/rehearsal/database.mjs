import { chown, mkdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inHome } from '../paths.mjs';
import { serverIdentity, startPostgres } from '../postgres.mjs';
import { run } from '../run.mjs';
import { selfSignedCertificate } from './certificate.mjs';

/** What the portal is given: an ordinary account that owns one database. */
const ACCOUNT = {
  user: 'waymark',
  password: 'rehearsal-only',
  database: 'waymark',
};
/** What docs/operations/scale.md asks for, for two replicas. */
const MAX_CONNECTIONS = 250;

/** Who backs up and restores, on behalf of that account. Not every client program speaks TLS. */
const OPERATOR = 'operator';
const ACCESS = [
  `hostnossl all ${OPERATOR} 127.0.0.1/32 scram-sha-256`,
  'hostssl all all 127.0.0.1/32 scram-sha-256',
  '',
].join('\n');

async function writeTls(folder) {
  const { uid, gid } = await serverIdentity();
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const { key, certificate } = selfSignedCertificate('rehearsal database');
  const file = async (name, text, mode) => {
    const place = path.join(folder, name);
    await writeFile(place, text, { mode });
    if (uid !== undefined) await chown(place, uid, gid);
    return place;
  };
  return {
    ssl_cert_file: await file('server.crt', certificate, 0o644),
    ssl_key_file: await file('server.key', key, 0o600),
    hba_file: await file('pg_hba.conf', ACCESS, 0o600),
  };
}

/** A Postgres that speaks nothing but TLS with the portal, with an empty database for it. */
export async function startDatabase(place) {
  const tls = await writeTls(path.join(place, 'tls'));
  const server = await startPostgres({
    folder: path.join(place, 'postgres'),
    password: ACCOUNT.password,
    log: path.join(place, 'postgres.log'),
    settings: { ssl: 'on', max_connections: MAX_CONNECTIONS, ...tls },
  });
  const { host, port } = server.connection;
  // Not at the top: the launcher is read before its dependencies are installed.
  const { Client } = createRequire(inHome('packages/backend/package.json'))(
    'pg',
  );
  const open = async account => {
    const client = new Client({
      host,
      port,
      ssl: { rejectUnauthorized: false }, // our own certificate, made above
      ...account,
    });
    await client.connect();
    return client;
  };
  const root = await open({
    ...ACCOUNT,
    user: 'postgres',
    database: 'postgres',
  });
  await root.query(`CREATE ROLE waymark LOGIN PASSWORD '${ACCOUNT.password}'`);
  await root.query(
    `CREATE ROLE ${OPERATOR} LOGIN PASSWORD '${ACCOUNT.password}' IN ROLE waymark`,
  );
  await root.query('CREATE DATABASE waymark OWNER waymark');
  await root.end();

  const environment = {
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: OPERATOR,
    PGPASSWORD: ACCOUNT.password,
  };
  return {
    stop: server.stop,
    connect: () => open(ACCOUNT),
    /** What production configuration asks for. */
    environment: {
      POSTGRES_HOST: host,
      POSTGRES_PORT: String(port),
      POSTGRES_USER: ACCOUNT.user,
      POSTGRES_PASSWORD: ACCOUNT.password,
      POSTGRES_DATABASE: ACCOUNT.database,
      NODE_EXTRA_CA_CERTS: tls.ssl_cert_file,
    },
    /** `pg_dump` of one snapshot; resolves to the size in bytes. */
    async dump({ pgDump, file, snapshot }) {
      const flags = ['--format=custom', `--role=${ACCOUNT.user}`];
      await run(
        pgDump,
        [
          ...flags,
          `--snapshot=${snapshot}`,
          `--file=${file}`,
          ACCOUNT.database,
        ],
        {
          env: environment,
        },
      );
      return (await stat(file)).size;
    },
    restore: ({ pgRestore, file }) =>
      run(
        pgRestore,
        [
          '--no-owner',
          `--role=${ACCOUNT.user}`,
          '--exit-on-error',
          `--dbname=${ACCOUNT.database}`,
          file,
        ],
        { env: environment },
      ),
  };
}

/** A number of rows and a hash of their contents for every table, in the transaction of `client`. */
export async function digestTables(client) {
  const { rows: tables } = await client.query(
    `SELECT format('%I.%I', table_schema, table_name) AS name
     FROM information_schema.tables
     WHERE table_type = 'BASE TABLE'
       AND table_schema NOT IN ('pg_catalog', 'information_schema')
     ORDER BY 1`,
  );
  const digests = {};
  for (const { name } of tables) {
    const { rows } = await client.query(
      `SELECT count(*)::int AS rows,
              md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C"), '')) AS hash
       FROM ${name} t`,
    );
    digests[name] = rows[0];
  }
  return digests;
}

/** Dumps while the portal works, and hashes every table of the very same snapshot. */
export async function backUp(database, { pgDump, file }) {
  const client = await database.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query('SELECT pg_export_snapshot() AS id');
    const bytes = await database.dump({ pgDump, file, snapshot: rows[0].id });
    return { bytes, tables: await digestTables(client) };
  } finally {
    await client.end();
  }
}
