import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Logger } from '../src/logger.ts';
import { Progress } from '../src/progress.ts';

test('tells of progress now and then, and counts all of it', () => {
  const told: unknown[] = [];
  let now = 0;
  const logger = {
    info: (fields: unknown) => {
      told.push(fields);
    },
  } as unknown as Logger;
  const progress = new Progress({ logger, everyMs: 1_000, now: () => now });

  for (now = 100; now <= 2_500; now += 100) progress.add(1);

  assert.deepEqual(told, [{ items: 10 }, { items: 20 }]);
  assert.equal(progress.items, 25);
});
