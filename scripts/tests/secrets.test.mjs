import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

process.env.WAYMARK_DATA = mkdtempSync(path.join(tmpdir(), 'waymark-secrets-'));
const { ensureSecrets } = await import('../lib/secrets.mjs');
const { inData } = await import('../lib/paths.mjs');
const file = inData('secrets.json');

test('secrets are made once, and kept for their owner alone', async () => {
  const made = await ensureSecrets();
  assert.deepEqual(await ensureSecrets(), made);
  assert.equal(readFileSync(inData('admin-token'), 'utf8'), made.adminToken);
  for (const name of ['secrets.json', 'admin-token', 'webhook-secrets.json']) {
    assert.equal(statSync(inData(name)).mode & 0o777, 0o600);
  }
});

test('secrets that a version before did not have are added to those it had', async () => {
  const { pseudonymKey: _, ...before } = await ensureSecrets();
  writeFileSync(file, JSON.stringify(before));
  const now = await ensureSecrets();
  assert.equal(now.postgresPassword, before.postgresPassword);
  assert.ok(now.pseudonymKey.length >= 16);
});

test('secrets that cannot be read are named, and not replaced', async () => {
  writeFileSync(file, '{"postgresPassword":');
  await assert.rejects(ensureSecrets(), ({ message, remedy }) => {
    assert.ok(message.includes(file));
    assert.match(remedy, /backup/);
    return true;
  });
  assert.equal(readFileSync(file, 'utf8'), '{"postgresPassword":');
});
