import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { unlessUnchanged } from './fingerprint.mjs';
import { inHome } from './paths.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

const YARN = inHome('.yarn/releases/yarn-4.18.1.cjs');
const MARKER = inHome('node_modules/.waymark-installed');

async function manifests() {
  const found = [
    inHome('package.json'),
    inHome('e2e-tests/package.json'),
    inHome('templates/verify/package.json'),
  ];
  for (const group of ['packages', 'plugins']) {
    for (const name of await readdir(inHome(group))) {
      const manifest = inHome(group, name, 'package.json');
      if (existsSync(manifest)) found.push(manifest);
    }
  }
  return found;
}

/** Runs Yarn under the pinned Node. */
export function yarn(nodeBin, args, options = {}) {
  const PATH = `${nodeBin}${path.delimiter}${process.env.PATH}`;
  return run(path.join(nodeBin, 'node'), [YARN, ...args], {
    ...options,
    env: { ...options.env, PATH },
  });
}

/** Installs exactly what `yarn.lock` says, if the lock file or a manifest changed since the last time. */
export async function ensureDependencies(nodeBin) {
  const inputs = [
    inHome('yarn.lock'),
    inHome('.yarnrc.yml'),
    ...(await manifests()),
  ];
  await unlessUnchanged(MARKER, inputs, () =>
    step('Installing dependencies', () =>
      yarn(nodeBin, ['install', '--immutable'], {
        remedy:
          'Check that npm packages can be reached and that at least 3 GB of disk are free, then run the command again.',
      }),
    ),
  );
}
