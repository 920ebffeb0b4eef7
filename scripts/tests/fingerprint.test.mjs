import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fingerprint, unlessUnchanged } from '../lib/fingerprint.mjs';

function folder() {
  const place = mkdtempSync(path.join(tmpdir(), 'waymark-fingerprint-'));
  mkdirSync(path.join(place, 'src'));
  writeFileSync(path.join(place, 'src', 'a.ts'), 'one');
  writeFileSync(path.join(place, 'src', 'b.ts'), 'two');
  return place;
}

test('content and names count, build output and dependencies do not', async () => {
  const place = folder();
  const before = await fingerprint([place]);
  mkdirSync(path.join(place, 'dist'));
  mkdirSync(path.join(place, 'node_modules'));
  writeFileSync(path.join(place, 'dist', 'x.js'), 'built');
  assert.equal(await fingerprint([place]), before);
  writeFileSync(path.join(place, 'src', 'a.ts'), 'changed');
  const changed = await fingerprint([place]);
  assert.notEqual(changed, before);
  renameSync(path.join(place, 'src', 'b.ts'), path.join(place, 'src', 'c.ts'));
  assert.notEqual(await fingerprint([place]), changed);
});

test('work is done once, and again after it failed', async () => {
  const place = folder();
  const marker = path.join(place, 'marker.txt');
  const inputs = [path.join(place, 'src')];
  let runs = 0;
  const work = async () => {
    runs += 1;
  };
  const failing = () => Promise.reject(new Error('build failed'));
  await assert.rejects(unlessUnchanged(marker, inputs, failing));
  assert.equal(await unlessUnchanged(marker, inputs, work), true);
  assert.equal(await unlessUnchanged(marker, inputs, work), false);
  assert.equal(runs, 1);
});
