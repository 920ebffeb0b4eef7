import fc from 'fast-check';
import { suppressSmallGroups } from './suppressSmallGroups';

const hide = (sizes: Record<string, number>, k?: number) =>
  Object.fromEntries(
    suppressSmallGroups({ sizes: new Map(Object.entries(sizes)), k }),
  );

describe('suppressSmallGroups', () => {
  it.each([
    ['large groups', { a: 5, b: 9 }, {}],
    ['nobody', { a: 0, b: 9 }, {}],
    [
      'one small group and the next smallest, which would give it away',
      { a: 2, b: 20, c: 9 },
      { a: 'too-small', c: 'complementary' },
    ],
    [
      'small groups that cannot be told apart',
      { a: 2, b: 4, c: 9 },
      { a: 'too-small', b: 'too-small' },
    ],
    [
      'small groups that together are too few',
      { a: 1, b: 2, c: 30, d: 8 },
      { a: 'too-small', b: 'too-small', d: 'complementary' },
    ],
    ['the only group', { a: 3 }, { a: 'too-small' }],
  ])('hides what it has to of %s', (_, sizes, hidden) => {
    expect(hide(sizes)).toEqual(hidden);
  });

  it('takes another k', () => {
    expect(hide({ a: 5, b: 9, c: 40 }, 8)).toEqual({
      a: 'too-small',
      b: 'complementary',
    });
  });

  it('never shows a small group, nor lets one be computed from the total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { maxLength: 12 }),
        fc.integer({ min: 2, max: 8 }),
        (counts, k) => {
          const sizes = new Map(counts.map((size, i) => [i, size]));
          const hidden = suppressSmallGroups({ sizes, k });
          const shown = counts.filter((_, i) => !hidden.has(i));
          const people = counts.reduce((a, b) => a + b, 0);
          const rest = people - shown.reduce((a, b) => a + b, 0);
          expect(shown.every(size => size === 0 || size >= k)).toBe(true);
          expect(rest === 0 || rest >= k || shown.every(n => n === 0)).toBe(
            true,
          );
        },
      ),
    );
  });
});
