import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { data, inData } from './paths.mjs';
import { Problem } from './problem.mjs';

const secret = () => randomBytes(24).toString('base64url');
/** incident.io's are keys in base64 behind a prefix. */
const svixSecret = () => `whsec_${randomBytes(24).toString('base64')}`;

async function writePrivate(file, text) {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}

/** The file that the tools of the example, and the examples of the documentation, sign with. */
export const WEBHOOK_SECRETS = 'webhook-secrets.json';
const WEBHOOK_SOURCES = [
  'github',
  'gitlab',
  'argocd',
  'pagerduty',
  'alertmanager',
  'flux',
  'incident-io',
  'generic',
];

/**
 * What is kept; nothing before the first start. A file that is there but cannot be read is never
 * replaced: with other secrets the database stays closed and pseudonyms match nobody.
 */
async function readKept(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw new Problem(
      `The secrets of this installation cannot be read from ${file}: ${error.message}`,
      `Repair the file or bring it back from a backup; \`npm start -- --reset\` begins anew without the data.`,
    );
  }
}

/**
 * The secrets of this installation, made at the first start and kept in the data folder, readable
 * by its owner alone. `admin-token` is a copy in a file of its own, for scripts, and so is
 * `webhook-secrets.json`, for the tools of the example.
 */
export async function ensureSecrets() {
  await mkdir(data, { recursive: true });
  const file = inData('secrets.json');
  const kept = await readKept(file);
  const secrets = {
    adminToken: kept.adminToken ?? secret(),
    pseudonymKey: kept.pseudonymKey ?? secret(),
    postgresPassword: kept.postgresPassword ?? secret(),
    sessionSecret: kept.sessionSecret ?? secret(),
    forgeToken: kept.forgeToken ?? secret(),
    webhooks: Object.fromEntries(
      WEBHOOK_SOURCES.map(source => [
        source,
        kept.webhooks?.[source] ??
          (source === 'incident-io' ? svixSecret() : secret()),
      ]),
    ),
  };
  await writePrivate(file, `${JSON.stringify(secrets, null, 2)}\n`);
  await writePrivate(inData('admin-token'), secrets.adminToken);
  await writePrivate(
    inData(WEBHOOK_SECRETS),
    `${JSON.stringify(secrets.webhooks, null, 2)}\n`,
  );
  return secrets;
}
