import type { Run, RunStatus } from './run';
import { usageByTemplate } from './usageByTemplate';

const window = {
  from: new Date('2026-10-27T00:00:00Z'),
  to: new Date('2026-11-24T00:00:00Z'),
};

let count = 0;
function run(
  template: string,
  status: RunStatus,
  startedAt = '2026-11-01T10:00:00Z',
): Run {
  count += 1;
  return {
    id: String(count),
    status,
    startedAt,
    template: { ref: `template:default/${template}` },
  };
}

describe('usageByTemplate', () => {
  it('counts runs by template, the most used first, and shares of those that are over', () => {
    expect(
      usageByTemplate(
        [
          run('node', 'completed'),
          run('go', 'completed'),
          run('go', 'failed'),
          run('go', 'completed'),
          run('go', 'processing'),
          run('go', 'cancelled'),
          run('web', 'open'),
        ],
        window,
      ),
    ).toEqual([
      {
        ref: 'template:default/go',
        title: 'go',
        runs: 5,
        succeeded: 2,
        failed: 1,
        successShare: 2 / 3,
      },
      {
        ref: 'template:default/node',
        title: 'node',
        runs: 1,
        succeeded: 1,
        failed: 0,
        successShare: 1,
      },
      {
        ref: 'template:default/web',
        title: 'web',
        runs: 1,
        succeeded: 0,
        failed: 0,
        successShare: undefined,
      },
    ]);
  });

  it('has a half-open window', () => {
    expect(
      usageByTemplate(
        [
          run('node', 'completed', '2026-10-26T23:59:59Z'),
          run('node', 'completed', '2026-10-27T00:00:00Z'),
          run('node', 'completed', '2026-11-24T00:00:00Z'),
        ],
        window,
      ),
    ).toMatchObject([{ runs: 1 }]);
  });
});
