import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

process.env.WAYMARK_DATA = mkdtempSync(path.join(tmpdir(), 'waymark-lock-'));
const { takeLock } = await import('../lib/lock.mjs');
const { inData } = await import('../lib/paths.mjs');
const file = inData('portal.lock');

test('a lock is taken and given back', () => {
  const release = takeLock('http://localhost:1');
  assert.equal(JSON.parse(readFileSync(file, 'utf8')).pid, process.pid);
  release();
  assert.equal(existsSync(file), false);
});

test('a lock of a process that is gone is taken over', () => {
  writeFileSync(file, JSON.stringify({ pid: 2 ** 22 - 1, url: 'x' }));
  takeLock('http://localhost:1')();
});

test('a lock whose process id now belongs to another program is taken over', () => {
  writeFileSync(file, JSON.stringify({ pid: 1, url: 'x' }));
  takeLock('http://localhost:1')();
});

test('a lock that was cut off while it was written is taken over', () => {
  writeFileSync(file, '{"pid":');
  takeLock('http://localhost:1')();
});
