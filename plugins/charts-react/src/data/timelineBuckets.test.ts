import { bucketEdges, daysPerBucket } from './timelineBuckets';

describe('daysPerBucket', () => {
  it.each([
    [28, 640, 1],
    [90, 640, 7],
    [90, 1200, 1],
    [365, 320, 28],
    [700, 320, 28],
  ])('%i days in %i px: %i', (days, width, size) => {
    expect(daysPerBucket(days, width)).toBe(size);
  });
});

describe('bucketEdges', () => {
  it('begins and ends with the window, at midnights of its time zone', () => {
    const window = {
      from: '2026-03-28',
      to: '2026-03-31',
      timezone: 'Europe/Berlin',
    };
    expect(
      bucketEdges(window, 640).map(edge => new Date(edge).toISOString()),
    ).toEqual([
      '2026-03-27T23:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-03-30T22:00:00.000Z',
    ]);
  });
});
