import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { freePort } from '../lib/checks.mjs';
import { inHome } from '../lib/paths.mjs';

const data = mkdtempSync(path.join(tmpdir(), 'waymark-options-'));
const port = String(await freePort());
const inData = (...parts) => path.join(data, ...parts);

/** Runs the launcher to its end; one that would start the portal is ended and has failed the test. */
const start = (...args) =>
  new Promise(resolve => {
    execFile(
      process.execPath,
      [inHome('scripts/waymark.mjs'), 'start', ...args],
      { env: { ...process.env, WAYMARK_DATA: data }, timeout: 20_000 },
      (error, stdout, stderr) =>
        resolve({ code: error?.code, text: stdout + stderr }),
    );
  });

function put(file, text) {
  mkdirSync(path.dirname(inData(file)), { recursive: true });
  writeFileSync(inData(file), text);
}

beforeEach(() => {
  rmSync(data, { recursive: true, force: true });
  put('postgres/PG_VERSION', '18');
});

after(() => rmSync(data, { recursive: true, force: true }));

const REFUSED = [
  [['--profile', 'foo'], /--profile foo .*\n.*ecommerce, bank, startup/],
  [['--services', '4'], /--services 4 is not a whole number from 5 to 5000/],
  [['--months', '25'], /--months 25 is not a whole number from 1 to 24/],
  [['--months', '1e1'], /--months 1e1 is not a whole number/],
  [['--seed', 'x'], /--seed x is not a whole number from 0 to 2147483647/],
  [['--until', 'yesterday'], /--until yesterday .*\n.*2026-06-30T16:00:00Z/],
  [['--until', '2026-13-30T16:00:00Z'], /--until 2026-13-30T16:00:00Z is not/],
  [['--port', 'abc'], /--port abc is not a whole number from 1 to 65535/],
  [['--port', '99999'], /--port 99999 .*\n.*--port 7100/],
  [['--port', ''], /--port {2}is not/],
  [['--config', 'nope.yaml'], /--config nope\.yaml: there is no such file/],
  [['--config', 'docs'], /--config docs: .* is not a file/],
];

for (const [args, message] of REFUSED) {
  test(`${args.join(' ')} is refused before anything is deleted`, async () => {
    const { code, text } = await start('--reset', '--yes', ...args);
    assert.equal(code, 1);
    assert.match(text, message);
    assert.ok(existsSync(inData('postgres/PG_VERSION')), text);
  });
}

test('a new beginning is suggested for an example that exists alone', async () => {
  put('example/settings.json', JSON.stringify({ profile: 'startup' }));
  const { text } = await start('--profile', 'foo');
  assert.match(text, /--profile foo is none/);
  assert.doesNotMatch(text, /--reset/);
});

test('data of the example are not shown by a portal without it', async () => {
  put('example/settings.json', JSON.stringify({ profile: 'startup' }));
  const { code, text } = await start('--empty', '--port', port);
  assert.equal(code, 1);
  assert.match(text, /are those of the example organisation/);
  assert.match(text, /npm start -- --reset --empty/);
  assert.equal(existsSync(inData('organisation')), false);
  assert.equal(existsSync(inData('portal.lock')), false);
});

test('data of a portal without the example do not get one', async () => {
  put('organisation/local/organisation.git/HEAD', 'ref: refs/heads/main\n');
  const { code, text } = await start('--port', port);
  assert.equal(code, 1);
  assert.match(text, /of a portal without the example organisation/);
  assert.match(text, /npm start -- --empty\n.*npm start -- --reset/);
  assert.equal(existsSync(inData('example')), false);
});

test('the highest port that is taken leads to a lower one', async t => {
  const server = createServer();
  const isMine = await new Promise(resolve => {
    server.once('error', () => resolve(false));
    server.listen(65_535, '127.0.0.1', () => resolve(true));
  });
  if (isMine) t.after(() => server.close());
  const { text } = await start('--port', '65535');
  assert.match(text, /Port 65535 is taken[^]*--port 65435/);
});

test('app-config.local.yaml has the last word, and tests have no part in it', async () => {
  const own = inData('mine.yaml');
  put('mine.yaml', 'organization: { name: Ours }\n');
  const { ownLocalConfig } = await import('../lib/local-config.mjs');
  const before = process.env.WAYMARK_LOCAL_CONFIG;
  try {
    process.env.WAYMARK_LOCAL_CONFIG = own;
    assert.deepEqual(ownLocalConfig(), [own]);
    process.env.WAYMARK_LOCAL_CONFIG = inData('missing.yaml');
    assert.deepEqual(ownLocalConfig(), []);
    process.env.WAYMARK_LOCAL_CONFIG = '';
    assert.deepEqual(ownLocalConfig(), []);
  } finally {
    if (before === undefined) delete process.env.WAYMARK_LOCAL_CONFIG;
    else process.env.WAYMARK_LOCAL_CONFIG = before;
  }
  assert.match(
    await readFile(inHome('.gitignore'), 'utf8'),
    /^\*\.local\.yaml$/m,
  );
});
