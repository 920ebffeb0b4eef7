import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastWords } from '../lib/last-words.mjs';

test('of what a program said before it ended, the reason is left', () => {
  assert.equal(
    lastWords([
      '\u001b[2m2026-11-24T19:57:00.958Z\u001b[22m \u001b[34mapp\u001b[39m \u001b[32minfo\u001b[39m Storing assets',
      '',
      "2026-11-24T19:57:01.000Z catalog error Plugin 'catalog' threw",
      'Error: catalog.providers.git.orders: Unrecognized key: "uri"',
      'Error: catalog.providers.git.orders: Unrecognized key: "uri"',
      '    at start (/x/y.js:1:2)',
    ]),
    '2026-11-24T19:57:01.000Z catalog error Plugin \'catalog\' threw\nError: catalog.providers.git.orders: Unrecognized key: "uri"',
  );
});

test('it stays short', () => {
  const lines = Array.from({ length: 50 }, (_, n) => `${n} ${'x'.repeat(999)}`);
  const words = lastWords(lines);
  assert.equal(words.split('\n').length, 8);
  assert.match(words, /^42 x{200,} \.\.\.\n/);
  assert.match(words, /\n49 x+ \.\.\.$/);
});
