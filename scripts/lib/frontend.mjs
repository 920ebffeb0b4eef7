import { readFile, readdir } from 'node:fs/promises';
import { yarn } from './dependencies.mjs';
import { unlessUnchanged } from './fingerprint.mjs';
import { inHome } from './paths.mjs';
import { step } from './progress.mjs';

const BROWSER_ROLES = new Set([
  'frontend-plugin',
  'frontend-plugin-module',
  'web-library',
  'common-library',
]);

/** The workspaces whose code ends up in the browser. */
async function browserWorkspaces() {
  const found = [];
  for (const name of await readdir(inHome('plugins'))) {
    const manifest = await readFile(inHome('plugins', name, 'package.json'))
      .then(JSON.parse)
      .catch(() => undefined);
    if (BROWSER_ROLES.has(manifest?.backstage?.role)) {
      found.push(inHome('plugins', name));
    }
  }
  return found;
}

const MARKER = inHome('packages/app/dist/.built');

const inputs = async () => [
  inHome('yarn.lock'),
  inHome('app-config.yaml'),
  inHome('packages/app'),
  ...(await browserWorkspaces()),
];

/** Builds the frontend if any file that goes into it changed since the last build. */
export async function ensureFrontend(nodeBin) {
  await unlessUnchanged(MARKER, await inputs(), () =>
    step('Building the frontend', () =>
      yarn(nodeBin, ['workspace', '@waymark/app', 'build']),
    ),
  );
}

/** Says that the frontend was just built by other means. */
export async function markFrontendBuilt() {
  await unlessUnchanged(MARKER, await inputs(), async () => {});
}
