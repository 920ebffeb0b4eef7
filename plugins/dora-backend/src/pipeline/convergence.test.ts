import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  deployed,
  incident,
  merged,
  testDora,
} from '../__testUtils__/testDora';
import type { TestEvent } from '../__testUtils__/testSource';

const day = (n: number, time = '10:00:00') =>
  `2026-06-${String(n).padStart(2, '0')}T${time}Z`;

/** A month of two services with everything that makes order matter. */
function history(): TestEvent[] {
  const events: TestEvent[] = [];
  for (const service of ['orders', 'payments']) {
    const ref = `component:default/${service}`;
    // The other is as most are: nothing reaches far back.
    const isNasty = service === 'orders';
    for (let n = 1; n <= 24; n++) {
      const key = `${service}-${n}`;
      // Every eighth brings back the version before the one that runs.
      const version = n % 8 === 0 ? n - 2 : n;
      events.push(
        {
          id: `start-${key}`,
          at: day(n, '09:50:00'),
          says: [
            {
              kind: 'deployment',
              key,
              at: day(n, '09:50:00'),
              service: ref,
              environment: 'production',
              startedAt: day(n, '09:50:00'),
            },
          ],
        },
        deployed(key, day(n), {
          id: `end-${key}`,
          service: ref,
          commitSha: `${version}`.padStart(
            40,
            service === 'orders' ? 'a' : 'b',
          ),
          result: n % 11 === 0 ? 'failure' : 'success',
          // Repairs what was deployed two days, or half a month, before.
          ...(isNasty && n === 7 && { remediates: `${service}-5` }),
          ...(isNasty && n === 20 && { remediates: `end-${service}-4` }),
          // Ships what was merged long before, and what an earlier one was guessed to.
          ...(isNasty &&
            n % 6 === 0 && { changeKeys: [key, `${service}-${n - 3}`] }),
          ...(isNasty && n % 13 === 0 && { reportedKind: 'rollback' }),
        }),
        ...(isNasty && n % 7 === 0
          ? [
              deployed(`${key}-eu`, day(n, '10:30:00'), {
                id: `eu-${key}`,
                service: ref,
                environment: 'live',
                releaseId: `release-${key}`,
              }),
              deployed(`${key}-us`, day(n, '12:30:00'), {
                id: `us-${key}`,
                service: ref,
                releaseId: `release-${key}`,
              }),
            ]
          : []),
        {
          ...merged(key, day(n, '08:00:00'), {
            service: ref,
            repository: `acme/${service}`,
            openedAt: day(n, '06:00:00'),
            firstReviewAt: day(n, '07:00:00'),
            firstCommitAt: day(n, '05:00:00'),
            labels: n % 9 === 0 ? ['hotfix'] : [],
          }),
          id: `merge-${key}`,
        },
      );
      if (n % 5 === 0) {
        events.push(
          {
            ...incident(key, day(n, '11:00:00'), 'detected', {
              service: ref,
              // One blames a deployment of long before, one a commit.
              ...(isNasty && n === 15 && { causedBy: `${service}-2` }),
              ...(isNasty &&
                n === 20 && {
                  causedBy: '19'.padStart(40, service === 'orders' ? 'a' : 'b'),
                }),
            }),
            id: `detected-${key}`,
          },
          {
            ...incident(key, day(n, '15:00:00'), 'resolved', { service: ref }),
            id: `resolved-${key}`,
          },
        );
      }
    }
  }
  return events;
}

const SEEDS = [1, 2, 3, 4];

/** Reproducible, so that a failure can be looked into. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return items
    .map(item => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe('whatever the order, the number of times and of replicas', () => {
  afterEach(() => jest.restoreAllMocks());
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  const scopes = [
    undefined,
    'component:default/orders',
    'group:default/bank',
    'group:default/company',
  ];

  async function figures(dora: Awaited<ReturnType<typeof testDora>>) {
    const answers = await Promise.all(
      scopes.map(scope => dora.metricsOf({ scope, interval: 'day' })),
    );
    return answers.map(({ freshness, ...rest }) => rest);
  }

  /** All that is derived, row by row. */
  async function rows(knex: Knex) {
    const tables = {
      derived_deployment: 'deployment_id',
      derived_change: 'change_id, service',
      derived_incident: 'incident_id',
      roll_up: 'scope, grain, start',
    };
    const result: Record<string, unknown> = {};
    for (const [table, order] of Object.entries(tables)) {
      const { rows: all } = await knex.raw(
        `SELECT to_jsonb(t) - 'generation' AS row FROM ${table} AS t ORDER BY ${order}`,
      );
      result[table] = all;
    }
    return result;
  }

  async function inOrder() {
    const knex = await databases.init('POSTGRES_18');
    const dora = await testDora(knex);
    for (const event of history()) {
      await dora.send([event]);
    }
    await dora.settle();
    return { knex, dora };
  }

  it('gives the same rows and figures', async () => {
    const expected = await inOrder();
    const reference = await figures(expected.dora);
    // What this is about is there at all.
    expect(reference[0].changeFailRate.failed).toBeGreaterThan(4);
    expect(reference[0].reworkRate.unplanned).toBeGreaterThan(4);
    expect(reference[0].leadTime.n).toBeGreaterThan(30);

    for (const seed of SEEDS) {
      const knex = await databases.init('POSTGRES_18');
      const first = await testDora(knex);
      const second = await testDora(knex, { migrated: true });
      const events = shuffled([...history(), ...history().slice(0, 60)], seed);
      let accepted = 0;
      for (let at = 0; at < events.length; at += 20) {
        const replica = at % 40 === 0 ? first : second;
        accepted += (await replica.send(events.slice(at, at + 20))).accepted;
        // Both at once, one of them stopped after whatever it has done until then.
        const stop = new AbortController();
        const stopped = second.pipeline.run(stop.signal);
        if (at % 60 === 0) {
          stop.abort();
        }
        await Promise.all([first.settle(), stopped]);
      }
      expect(accepted).toBe(history().length);
      await second.settle();
      expect(await figures(first)).toEqual(reference);
      expect(await rows(knex)).toEqual(await rows(expected.knex));
    }
  }, 120_000);

  it('loses nothing when the connection of a worker breaks in the middle', async () => {
    const expected = await inOrder();
    const knex = await databases.init('POSTGRES_18');
    const dora = await testDora(knex);
    await dora.send(history());
    // Knex tells the console of each connection that is cut.
    jest.spyOn(console, 'log').mockImplementation(() => {});
    const killer = setInterval(() => {
      knex
        .raw(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`,
        )
        .catch(() => {});
    }, 20);
    for (let i = 0; i < 10; i++) {
      await dora.pipeline.run().catch(() => {});
    }
    clearInterval(killer);
    await dora.settle().catch(() => {}); // it warned of what was killed before
    await dora.settle();
    expect(await figures(dora)).toEqual(await figures(expected.dora));
  }, 120_000);

  it('a rebuild gives the same, while readers go on reading', async () => {
    const { knex, dora } = await inOrder();
    const before = { figures: await figures(dora), rows: await rows(knex) };
    // Damage that only a rebuild from the raw events repairs.
    await knex('roll_up').where({ grain: 'month' }).update({ counters: '{}' });
    await knex('observation').where('kind', 'incident').delete();
    await knex('deployment').update({ result: 'failure' });

    expect(await dora.rebuild.start()).toMatchObject({ state: 'running' });
    const answers = await Promise.all([dora.settle(), dora.metricsOf()]);
    expect(answers[1].deploymentFrequency.series).toHaveLength(5);
    await dora.settle();

    expect(await dora.rebuild.state()).toMatchObject({
      state: 'idle',
      error: null,
      done: history().length,
      total: history().length,
    });
    expect(await figures(dora)).toEqual(before.figures);
    expect(await rows(knex)).toEqual(before.rows);
  }, 120_000);
});
