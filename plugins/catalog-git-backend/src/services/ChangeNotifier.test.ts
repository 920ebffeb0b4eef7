import { ChangeNotifier } from './ChangeNotifier';

describe('ChangeNotifier', () => {
  let published: unknown[];
  const notifier = () =>
    new ChangeNotifier({
      events: {
        publish: async ({ eventPayload }) => {
          published.push(eventPayload);
        },
        subscribe: async () => {},
      },
      minIntervalMs: 250,
    });

  beforeEach(() => {
    jest.useFakeTimers();
    published = [];
  });
  afterEach(() => jest.useRealTimers());

  it('tells of a change at once, and of all that follow soon together', async () => {
    const changes = notifier();
    await changes.notify(['p']);
    expect(published).toEqual([{ provider: 'p' }]);
    for (let n = 0; n < 10; n++) {
      await changes.notify(['p', 'p', 'q']);
    }
    expect(published).toEqual([{ provider: 'p' }, { provider: 'q' }]);
    jest.advanceTimersByTime(250);
    expect(published).toHaveLength(4);
    jest.advanceTimersByTime(1_000);
    expect(published).toHaveLength(4);
    await changes.notify(['p']);
    expect(published).toHaveLength(5);
  });
});
