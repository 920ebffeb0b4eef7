import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { inHome } from '../lib/paths.mjs';

test('every command can be read before anything is installed', async t => {
  const home = await mkdtemp(path.join(tmpdir(), 'waymark-fresh-'));
  t.after(() => rm(home, { recursive: true, force: true }));
  await cp(inHome('scripts'), path.join(home, 'scripts'), { recursive: true });
  const commands = path.join(home, 'scripts/commands');
  for (const name of await readdir(commands)) {
    const { href } = pathToFileURL(path.join(commands, name));
    await assert.doesNotReject(
      promisify(execFile)(process.execPath, [
        '--input-type=module',
        '--eval',
        `await import(${JSON.stringify(href)}); process.exit(0);`,
      ]),
      name,
    );
  }
});
