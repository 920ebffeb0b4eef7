import { isBehind, pollWhileBehind } from './backlog';

const NOW = new Date('2026-03-10T12:00:00Z');
const freshness = (pendingEvents: number, computedAt = NOW) => ({
  pendingEvents,
  computedAt: computedAt.toISOString(),
  pendingUntil: null,
  lastEventAt: null,
});
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);

describe('isBehind', () => {
  it.each([
    ['nothing waits', freshness(0), false],
    ['a thousand wait, for a moment', freshness(1_000, ago(60)), false],
    ['more than a thousand wait', freshness(1_001), true],
    ['one waits, for more than a minute', freshness(1, ago(61)), true],
    ['nothing waits, read long ago', freshness(0, ago(600)), false],
  ])('knows when %s', (_, value, expected) => {
    expect(isBehind(value, NOW)).toBe(expected);
  });
});

describe('pollWhileBehind', () => {
  it('asks again only while there is something to wait for', () => {
    const poll = (data?: { freshness: ReturnType<typeof freshness> }) =>
      pollWhileBehind({ state: { data } });
    expect(poll()).toBe(false);
    expect(poll({ freshness: freshness(0) })).toBe(false);
    expect(poll({ freshness: freshness(5_000) })).toBeGreaterThan(0);
  });
});
