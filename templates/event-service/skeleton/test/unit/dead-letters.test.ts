import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { runDeadLetters } from '../../src/inbox/dead-letters-command.ts';
import { insertIntoInbox, type Reason } from '../../src/inbox/inbox-store.ts';
import { clear, migratedDatabase } from '../support/database.ts';

let database: Database;
let printed: string[];
let complaints: string[];

const run = (...args: string[]): Promise<number> =>
  runDeadLetters(args, {
    database,
    print: line => printed.push(line),
    complain: line => complaints.push(line),
  });

async function die(eventId: string, reason: Reason): Promise<string> {
  await insertIntoInbox(database, {
    source: '/shop',
    eventId,
    topic: 'orders',
    key: 'ada',
    type: `type-${eventId}`,
    body: Buffer.from(`body of ${eventId}`),
    trace: {},
    dead: { reason, error: `why ${eventId}` },
  });
  const [row] = await database.query<{ position: string }>(
    'SELECT position::text FROM inbox WHERE event_id = $1',
    [eventId],
  );
  return row?.position ?? '';
}

async function states(): Promise<Record<string, string>> {
  const rows = await database.query<{ id: string; state: string }>(
    'SELECT event_id AS id, state FROM inbox',
  );
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
}

beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await clear(database);
  printed = [];
  complaints = [];
});

it('lists what died, and why', async () => {
  const position = await die('1', 'rejected');
  expect(await run('list')).toBe(0);
  expect(printed).toHaveLength(1);
  for (const part of [position, 'rejected', 'type-1', 'ada', 'why 1']) {
    expect(printed[0]).toContain(part);
  }
});

it('shows one with its body', async () => {
  const position = await die('1', 'unreadable');
  await die('2', 'unreadable');
  expect(await run('show', position)).toBe(0);
  expect(printed.join('\n')).toContain('body of 1');
  expect(printed.join('\n')).not.toContain('body of 2');
});

it('replays those that are asked for, with all attempts before them', async () => {
  const position = await die('1', 'exhausted');
  await die('2', 'exhausted');
  await database.query('UPDATE inbox SET attempts = 8');
  expect(await run('replay', position)).toBe(0);
  expect(await states()).toEqual({ 1: 'pending', 2: 'dead' });
  const [row] = await database.query<{ attempts: number }>(
    `SELECT attempts FROM inbox WHERE event_id = '1'`,
  );
  expect(row?.attempts).toBe(0);
});

it('selects by type, by reason, or everything', async () => {
  await die('1', 'exhausted');
  await die('2', 'invalid');
  await die('3', 'rejected');
  await run('replay', '--type', 'type-1');
  await run('discard', '--reason', 'invalid');
  expect(await states()).toEqual({ 1: 'pending', 2: 'done', 3: 'dead' });
  await run('replay', '--all');
  expect(await states()).toEqual({ 1: 'pending', 2: 'done', 3: 'pending' });
});

it('says so when nothing matched', async () => {
  expect(await run('replay', '--all')).toBe(1);
  expect(printed).toEqual(['0 will be handled again.']);
});

it.each([
  [[], 'A command is missing.'],
  [['resurrect'], 'resurrect is no command.'],
  [['replay'], 'replay needs to know which'],
  [['discard'], 'discard needs to know which'],
  [['show'], 'show needs a position.'],
  [['replay', '1; DROP TABLE inbox'], 'is no position.'],
  [['list', '--reason', 'bored'], 'bored is no reason.'],
  [['list', '--force'], '--force'],
])('does not guess what %j means', async (args, complaint) => {
  await die('1', 'rejected');
  expect(await run(...args)).toBe(2);
  expect(complaints.join('\n')).toContain(complaint);
  expect(await states()).toEqual({ 1: 'dead' });
});
