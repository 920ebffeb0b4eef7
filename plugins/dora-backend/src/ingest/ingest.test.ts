import { Readable } from 'node:stream';
import { TestDatabases } from '@backstage/backend-test-utils';
import { deployed, testDora } from '../__testUtils__/testDora';
import type { TestEvent } from '../__testUtils__/testSource';

jest.setTimeout(60_000);

describe('taking events in', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const start = async () => testDora(await databases.init('POSTGRES_18'));

  it('keeps the good part of a batch and says what is wrong with the rest', async () => {
    const dora = await start();
    const reply = await dora.send([
      deployed('ok', '2026-06-10T00:00:00Z', { id: 'ok' }),
      { id: 'no-time', says: [] },
      { id: 'future', at: '2026-06-30T12:05:01Z', says: [] },
      { id: 'in-time', at: '2026-06-30T12:04:59Z', says: [] },
      { id: 'old', at: '2024-05-30T11:59:59Z', says: [] },
      { id: 'bad-time', at: 'yesterday', says: [] },
      { id: 'x'.repeat(501), at: '2026-06-10T00:00:00Z', says: [] },
      {
        id: 'big',
        at: '2026-06-10T00:00:00Z',
        says: [{ text: 'x'.repeat(1_000_001) }],
      },
      null as unknown as TestEvent,
      'text' as unknown as TestEvent,
    ]);

    expect(reply.accepted).toBe(2);
    expect(
      reply.rejected.map(({ index, id, reason }) => [index, id, reason]),
    ).toEqual([
      [1, 'no-time', 'at: missing'],
      [2, 'future', expect.stringContaining('set the clock of the sender')],
      [4, 'old', expect.stringContaining('from when on events are kept')],
      [
        5,
        'bad-time',
        expect.stringContaining(
          'does not say when it happened; give it a time',
        ),
      ],
      [
        6,
        'x'.repeat(500),
        'Id and type of an event must have 1 to 500 characters',
      ],
      [7, 'big', expect.stringContaining('dora.ingest.maxEventBytes')],
      [8, null, 'id: missing'],
      [9, null, 'id: missing'],
    ]);
    const { rows } = await dora.knex.raw(
      'SELECT code, length(payload::text) < 3000 AS short FROM rejected_event ORDER BY code',
    );
    expect(rows.map((row: { code: string }) => row.code)).toEqual([
      'future-time',
      'malformed',
      'malformed',
      'malformed',
      'missing-time',
      'missing-time',
      'too-large',
      'too-old',
    ]);
    expect(rows.every((row: { short: boolean }) => row.short)).toBe(true);
  });

  it('counts the same delivery again as a duplicate, also within a batch', async () => {
    const dora = await start();
    const event = deployed('a', '2026-06-10T00:00:00Z', { id: 'same' });
    expect(await dora.send([event, event])).toMatchObject({
      accepted: 1,
      duplicates: 1,
    });
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => dora.send([event])),
    );
    expect(replies.every(reply => reply.duplicates === 1)).toBe(true);
  });

  it('takes concurrent batches of the same events, each once', async () => {
    const dora = await start();
    const events = Array.from({ length: 300 }, (_, i) =>
      deployed(`a${i}`, '2026-06-10T00:00:00Z', { id: `id-${i}` }),
    );
    const replies = await Promise.all([
      dora.send(events),
      dora.send([...events].reverse()),
      dora.send(events.slice(100)),
    ]);
    expect(replies.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(300);
  });

  it('stores no name of a person, in rejected events neither', async () => {
    const dora = await start();
    await dora.send([
      { ...deployed('a', '2026-06-10T00:00:00Z'), by: 'jane.doe' },
      { id: 'no-time', says: [], by: 'jane.doe' },
    ]);
    for (const table of ['raw_event', 'rejected_event']) {
      const { rows } = await dora.knex.raw(
        `SELECT payload::text AS payload FROM ${table}`,
      );
      expect(rows).toHaveLength(1);
      expect(rows[0].payload).not.toContain('jane');
      expect(rows[0].payload).toContain('"by":"person-');
    }
  });

  it('is not upset by what text may hold', async () => {
    const dora = await start();
    const nasty = `\u0000 \ud800 '; DROP TABLE raw_event; -- {"a": "\\u0000"} ${'%'}s \u202e`;
    const reply = await dora.send([
      deployed('nasty', '2026-06-10T00:00:00Z', {
        id: `id ${nasty}`,
        version: nasty,
        environment: nasty,
        service: nasty,
        commitSha: '',
      }),
      {
        id: '__proto__',
        at: '2026-06-10T00:00:00Z',
        says: [
          {
            constructor: 'x',
            kind: 'deployment',
            key: '__proto__',
            at: '2026-06-10T00:00:00Z',
            service: 'constructor',
            environment: '__proto__',
            finishedAt: '2026-06-10T00:00:00Z',
            result: 'success',
          },
        ],
      },
    ]);
    expect(reply.accepted).toBe(2);
    await dora.settle();
    const { rows } = await dora.knex.raw(
      'SELECT tier, attribution FROM deployment',
    );
    expect(rows).toEqual([
      { tier: 'unknown', attribution: 'unmapped' },
      { tier: 'unknown', attribution: 'unmapped' },
    ]);
  });

  it('rejects what fails again and again, and holds up nothing else', async () => {
    let now = new Date('2026-06-30T12:00:00Z');
    const dora = await testDora(await databases.init('POSTGRES_18'), {
      now: () => now,
    });
    await dora.send([
      { id: 'poison', at: '2026-06-10T00:00:00Z', says: [{ poison: true }] },
      deployed('fine', '2026-06-10T00:00:00Z'),
    ]);
    await dora.settle();
    expect((await dora.metricsOf()).deploymentFrequency.n).toBe(1);
    expect(await dora.knex('rejected_event')).toEqual([]);

    for (let minute = 1; minute <= 5; minute++) {
      now = new Date(now.getTime() + 60_000);
      await dora.settle();
    }
    const [rejected] = await dora.knex('rejected_event');
    expect(rejected).toMatchObject({
      code: 'failed',
      delivery_id: 'poison',
      reason: 'Error: poisoned',
    });
    expect(await dora.knex('event_queue')).toEqual([]);

    expect(await dora.rejected.replay({ ids: [rejected.rejected_id] })).toBe(1);
    expect(await dora.knex('rejected_event')).toEqual([]);
    expect(await dora.knex('event_queue')).toHaveLength(1);
  });

  it.each([
    ['a time of no calendar', { finishedAt: '+200000-01-01T00:00:00Z' }],
    ['a name that no index holds', { service: 'x'.repeat(501) }],
  ])('rejects %s, and takes the rest', async (_, wrong) => {
    const dora = await start();
    await dora.send([
      deployed('wrong', '2026-06-10T00:00:00Z', wrong),
      deployed('fine', '2026-06-10T00:00:00Z'),
    ]);
    await dora.settle();
    expect((await dora.metricsOf()).deploymentFrequency.n).toBe(1);
    expect(await dora.knex('rejected_event')).toHaveLength(1);
  });

  it('finds the fact that the database refuses, and folds the rest', async () => {
    const dora = await start();
    await dora.send([
      deployed('refused', '2026-06-10T00:00:00Z', { id: 'refused' }),
      deployed('fine', '2026-06-10T00:00:00Z'),
    ]);
    await dora.knex.raw(
      `ALTER TABLE deployment ADD CONSTRAINT refuse CHECK (key <> 'refused')`,
    );
    await dora.settle();
    expect((await dora.metricsOf()).deploymentFrequency.n).toBe(1);
    expect(await dora.knex('rejected_event')).toMatchObject([
      { code: 'failed', delivery_id: 'refused' },
    ]);
    expect(await dora.knex('dirty_fact')).toEqual([]);

    await dora.knex.raw('ALTER TABLE deployment DROP CONSTRAINT refuse');
    expect(await dora.rejected.replay({ source: 'cdevents' })).toBe(1);
    await dora.settle();
    expect((await dora.metricsOf()).deploymentFrequency.n).toBe(2);
  });

  it('tries rejected events of a source again; what is still wrong is rejected again', async () => {
    let now = new Date('2026-06-30T12:00:00Z');
    const dora = await testDora(await databases.init('POSTGRES_18'), {
      now: () => now,
    });
    await dora.send([
      { id: 'early', at: '2026-06-30T13:00:00Z', says: [] },
      { id: 'no-time', says: [] },
    ]);
    now = new Date('2026-06-30T14:00:00Z');
    expect(await dora.rejected.replay({ source: 'cdevents' })).toBe(2);
    const left = await dora.knex('rejected_event');
    expect(left.map(row => row.delivery_id)).toEqual(['no-time']);
    expect(await dora.knex('raw_event')).toHaveLength(1);
    await expect(dora.rejected.replay({})).rejects.toThrow(
      'say ids, or a source',
    );
  });

  describe('import', () => {
    const lines = (...items: unknown[]) =>
      Readable.from(
        items.map(item =>
          Buffer.from(
            `${typeof item === 'string' ? item : JSON.stringify(item)}\n`,
          ),
        ),
      );

    it('takes line by line, says which are wrong, and the same again changes nothing', async () => {
      const dora = await start();
      const items = [
        deployed('a', '2026-05-10T00:00:00Z'),
        '{ not json',
        '',
        {
          source: 'github',
          headers: { 'X-GitHub-Event': 'x' },
          body: deployed('b', '2026-05-11T00:00:00Z'),
        },
        { id: 'no-time', says: [] },
        { source: 'nobody', body: {} },
      ];
      const first = await dora.importer.take(lines(...items), 'import');
      expect(first).toMatchObject({
        lines: 6,
        accepted: 2,
        duplicates: 0,
        rejected: [
          { index: 1, id: null, reason: expect.stringContaining('Not JSON') },
          { index: 4, id: 'no-time', reason: 'at: missing' },
          { index: 5, id: null, reason: 'id: missing' },
        ],
      });
      expect(await dora.importer.take(lines(...items), 'import')).toMatchObject(
        {
          accepted: 0,
          duplicates: 2,
        },
      );
      const { rows } = await dora.knex.raw(
        'SELECT source, origin FROM raw_event ORDER BY source',
      );
      expect(rows).toEqual([
        { source: 'cdevents', origin: 'import' },
        { source: 'github', origin: 'import' },
      ]);
    });

    it('answers with the first hundred rejects, however many there are', async () => {
      const dora = await start();
      const reply = await dora.importer.take(
        lines(
          ...Array.from({ length: 700 }, (_, i) => ({ id: `n${i}`, says: [] })),
        ),
        'import',
      );
      expect(reply.lines).toBe(700);
      expect(reply.rejected).toHaveLength(100);
      const [{ count }] = await dora.knex('rejected_event').count();
      expect(Number(count)).toBe(700);
    });

    it('refuses a line without end, after taking what came before', async () => {
      const dora = await start();
      const endless = Readable.from(
        (function* chunks() {
          yield `${JSON.stringify(deployed('a', '2026-05-10T00:00:00Z'))}\n`;
          for (let i = 0; i < 100; i++) {
            yield 'x'.repeat(100_000);
          }
        })(),
      );
      await expect(dora.importer.take(endless, 'import')).rejects.toThrow(
        'line 1 has more than 1100000 characters',
      );
    });
  });
});
