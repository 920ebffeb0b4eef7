import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inTools } from '../paths.mjs';
import { step } from '../progress.mjs';
import { run } from '../run.mjs';

const SERVER_MAJOR = 18;
const VERSION = '18.6.3';
/** The wheel carries the whole of Postgres; only its `pg_dump` and `pg_restore` are used. */
const HASHES = [
  '321a60b1875b9f1c1856c421ab20dd011d9d5cb58beba8de6551534e64643f65', // Linux x64
  '11811184c07cd042db3d384217f2c0c87d90c8abb5aed326119777b76298e034', // Linux arm64
  '49d00adef73bf29d310faae6f39fc95e47ab4d490246f867a7eeffaff9342e9e', // macOS x64
  '1e1eed1eda17238e64a99031edc404b051caa2ea752361f4826633e3a5ecc702', // macOS arm64
];
const folder = inTools(`postgres-client-${VERSION}`);
const REMEDY =
  'Install the PostgreSQL 18 client programs (pg_dump, pg_restore), or Python 3 with its venv module.';

const majorOf = async program =>
  Number(
    /\) (\d+)/.exec(await run(program, ['--version']).catch(() => ''))?.[1] ??
      0,
  );

async function installed() {
  const lib = path.join(folder, 'lib');
  const [python] = existsSync(lib) ? await readdir(lib) : [];
  const bin = path.join(
    lib,
    python ?? '',
    'site-packages/embedded_postgres/pginstall/bin',
  );
  return existsSync(path.join(bin, 'pg_restore')) ? bin : undefined;
}

/**
 * Where `pg_dump` and `pg_restore` of the server's version are: those of this machine if they are
 * new enough (an older `pg_dump` refuses a newer server), otherwise a pinned package of PyPI in an
 * environment of the project's own.
 */
export async function ensurePostgresClient() {
  if ((await majorOf('pg_dump')) >= SERVER_MAJOR) {
    return { pgDump: 'pg_dump', pgRestore: 'pg_restore' };
  }
  if (!(await installed())) {
    await step('Fetching the Postgres client programs', async () => {
      await rm(folder, { recursive: true, force: true });
      await run('python3', ['-m', 'venv', folder], { remedy: REMEDY });
      const list = path.join(folder, 'requirements.txt');
      const hashes = HASHES.map(hash => `--hash=sha256:${hash}`).join(' ');
      await writeFile(list, `embedded-postgres==${VERSION} ${hashes}\n`);
      const flags = ['--quiet', '--disable-pip-version-check', '--no-deps'];
      await run(
        path.join(folder, 'bin', 'pip'),
        [
          'install',
          ...flags,
          '--only-binary=:all:',
          '--require-hashes',
          '-r',
          list,
        ],
        { remedy: REMEDY },
      );
    });
  }
  const bin = await installed();
  return {
    pgDump: path.join(bin, 'pg_dump'),
    pgRestore: path.join(bin, 'pg_restore'),
  };
}
