import { spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { imageCommand } from '../dockerfile.mjs';
import { unlessUnchanged } from '../fingerprint.mjs';
import { markFrontendBuilt } from '../frontend.mjs';
import { inHome } from '../paths.mjs';
import { run } from '../run.mjs';

/** As in the Dockerfile. */
export const USER_ID = 10001;

const INPUTS = ['yarn.lock', 'app-config.yaml', 'packages', 'plugins'];

/** Runs a script of `deploy/` as the Dockerfile does, with the pinned Node first on the path. */
const deployScript = (nodeBin, name, ...args) =>
  run('sh', [inHome('deploy', name), ...args], {
    env: { PATH: `${nodeBin}${path.delimiter}${process.env.PATH}` },
  });

/** Builds the bundle if any source changed since the last time. Says whether it did. */
export async function buildBundle(nodeBin) {
  const marker = inHome('packages/backend/dist/.built');
  const built = await unlessUnchanged(
    marker,
    [...INPUTS.map(name => inHome(name)), inHome('deploy/build.sh')],
    () => deployScript(nodeBin, 'build.sh'),
  );
  // The same build as the launcher's.
  if (built) await markFrontendBuilt();
  return built;
}

/** Lays out the server below `place`: `app` as in the image, and the Node that runs it. */
export async function assembleImage(nodeBin, place) {
  const app = path.join(place, 'app');
  await mkdir(app);
  await deployScript(nodeBin, 'assemble.sh', app);
  // Copied, because another account may not enter the folder of the checkout.
  await copyFile(path.join(nodeBin, 'node'), path.join(place, 'node'));
  await run('chmod', ['-R', 'a-w,a+rX', app]);
  return { app, node: path.join(place, 'node') };
}

/** Names, sizes and times of all files: changes when anything wrote to the folder. */
export async function inventory(folder) {
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    names.map(async name => {
      const { size, mtimeMs, mode } = await stat(path.join(folder, name)).catch(
        () => ({}),
      );
      return `${name} ${size} ${mtimeMs} ${mode}`;
    }),
  );
  return files.sort().join('\n');
}

/**
 * Runs the command of the image on code that it cannot write: as another account where this one is
 * root, and otherwise on files without write permission.
 */
export function spawnImage(image, { env, extraArgs, output }) {
  const [, ...args] = imageCommand();
  const identity =
    process.getuid?.() === 0 ? { uid: USER_ID, gid: USER_ID } : {};
  return spawn(image.node, [...args, ...extraArgs], {
    cwd: image.app,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', output, output],
    ...identity,
  });
}
