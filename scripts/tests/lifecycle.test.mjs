import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../lib/checks.mjs';
import { launch } from '../lib/end-to-end.mjs';
import { inHome } from '../lib/paths.mjs';

const data = inHome('.cache', `lifecycle-${process.pid}`);
const port = await freePort();
const url = `http://localhost:${port}`;
const started = [];
const start = () => {
  const portal = launch(['--empty', '--port', String(port)], data);
  started.push(portal);
  return portal;
};

after(async () => {
  await Promise.all(started.map(portal => portal.stop('SIGTERM')));
  await rm(data, { recursive: true, force: true });
});

/** Every process that works on this test's data folder, whatever it is called. */
const leftovers = () =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter(line => line.includes(data) || line.includes(`--port ${port}`));

async function untilNothingRuns() {
  const LIMIT_MS = 30_000;
  for (let waited = 0; leftovers().length > 0; waited += 200) {
    assert.ok(waited < LIMIT_MS, `still running: ${leftovers().join('\n')}`);
    await sleep(200);
  }
}

async function remember(value) {
  const token = await readFile(path.join(data, 'admin-token'), 'utf8');
  const answer = await fetch(`${url}/api/catalog/locations`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ type: 'url', target: value }),
  });
  return answer.status;
}

test('a portal survives Ctrl-C and kill -9, and guards its data folder', async t => {
  await t.test('the first start becomes ready', async () => {
    const first = start();
    await first.ready;
    const ready = await fetch(`${url}/.backstage/health/v1/readiness`);
    assert.equal(ready.status, 200);
    for (const name of ['admin-token', 'secrets.json']) {
      assert.equal(statSync(path.join(data, name)).mode & 0o777, 0o600, name);
    }
    // Known once, a location is refused the second time: that is how we see that data was kept.
    assert.equal(
      await remember('http://localhost:1/acme/a/blob/main/catalog-info.yaml'),
      201,
    );

    const second = start();
    await assert.rejects(second.ready, /already runs on http:\/\/localhost/);
    assert.equal(await second.exited, 1);

    assert.equal(await first.stop('SIGINT'), 130);
    assert.deepEqual(leftovers(), []);
  });

  await t.test('after kill -9 the next start has everything', async () => {
    const killed = start();
    await killed.ready;
    await killed.stop('SIGKILL');
    await untilNothingRuns();

    const again = start();
    await again.ready;
    assert.equal(
      await remember('http://localhost:1/acme/a/blob/main/catalog-info.yaml'),
      409,
    );
    await again.stop('SIGINT');
    assert.deepEqual(leftovers(), []);
  });

  await t.test('a taken port is named, with the remedy', async () => {
    const server = createServer().listen(port, '127.0.0.1');
    const blocked = start();
    await assert.rejects(blocked.ready, /Port \d+ is taken[^]*--port \d+/);
    server.close();
  });
});
