import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { data, inData } from './paths.mjs';

const secret = () => randomBytes(24).toString('base64url');

async function writePrivate(file, text) {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}

/**
 * The secrets of this installation, made at the first start and kept in the data folder, readable
 * by its owner alone. `admin-token` is a copy in a file of its own, for scripts.
 */
export async function ensureSecrets() {
  await mkdir(data, { recursive: true });
  const file = inData('secrets.json');
  const kept = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => ({}));
  const secrets = {
    adminToken: kept.adminToken ?? secret(),
    pseudonymKey: kept.pseudonymKey ?? secret(),
    postgresPassword: kept.postgresPassword ?? secret(),
    sessionSecret: kept.sessionSecret ?? secret(),
  };
  await writePrivate(file, `${JSON.stringify(secrets, null, 2)}\n`);
  await writePrivate(inData('admin-token'), secrets.adminToken);
  return secrets;
}
