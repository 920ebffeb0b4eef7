import { mockServices } from '@backstage/backend-test-utils';
import { Pipeline, type StageGroup } from './Pipeline';

/** A pipeline that does two batches a second; tells which stages ran in a row. */
function pipeline(groups: StageGroup[]) {
  let now = 0;
  const ran: string[] = [];
  const timed = groups.map(group => ({
    ...group,
    stages: group.stages.map(stage => ({
      ...stage,
      run: async () => {
        const items = await stage.run();
        if (items > 0) {
          now += 500;
          ran.push(stage.name);
        }
        return items;
      },
    })),
  }));
  const run = new Pipeline({
    groups: timed,
    logger: mockServices.logger.mock(),
    metrics: { worked: () => {} },
    clock: () => now,
  });
  return {
    run: (signal?: AbortSignal) => run.run(signal),
    /** `['take 4', 'derive 2']`: batches in a row. */
    turns() {
      const rows: { name: string; count: number }[] = [];
      for (const name of ran) {
        const last = rows.at(-1);
        if (last?.name === name) last.count++;
        else rows.push({ name, count: 1 });
      }
      return rows.map(({ name, count }) => `${name} ${count}`);
    },
  };
}

/** So many batches, then nothing. */
function batches(name: string, count: number) {
  let left = count;
  return { name, run: async () => (left > 0 ? left-- : 0) };
}

describe('turns of the pipeline', () => {
  it('takes a short backlog in as a whole before it goes on', async () => {
    const { run, turns } = pipeline([
      { maxMs: 10_000, stages: [batches('take', 6)] },
      { maxMs: 10_000, stages: [batches('derive', 2)] },
    ]);
    await run();
    expect(turns()).toEqual(['take 6', 'derive 2']);
  });

  it('goes on before a long backlog ends, after longer and longer turns', async () => {
    const { run, turns } = pipeline([
      { maxMs: 2_000, atMostMs: 8_000, stages: [batches('take', 62)] },
      { maxMs: 1_000, stages: [batches('derive', 20)] },
    ]);
    await run();
    expect(turns()).toEqual([
      'take 4',
      'derive 2',
      'take 8',
      'derive 2',
      'take 16',
      'derive 2',
      'take 16',
      'derive 2',
      'take 16',
      'derive 2',
      'take 2',
      'derive 10',
    ]);
  });

  it('does not hold up the others by a stage that fails', async () => {
    const { run, turns } = pipeline([
      {
        maxMs: 1_000,
        stages: [
          {
            name: 'take',
            run: async () => {
              throw new Error('The line is down');
            },
          },
        ],
      },
      { maxMs: 1_000, stages: [batches('derive', 2)] },
    ]);
    await run();
    expect(turns()).toEqual(['derive 2']);
  });
});
