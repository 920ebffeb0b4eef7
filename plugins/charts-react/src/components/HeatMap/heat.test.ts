import fc from 'fast-check';
import { heatRanges, heatStep } from './heat';

describe('heatStep', () => {
  it.each([
    [0, 0],
    [0.99, 0],
    [1, 1],
    [2.5, 2],
    [4, 4],
    [5, 4],
    [-1, 0],
    [9, 4],
  ])('%f of 0 to 5 is on step %i', (value, step) => {
    expect(heatStep(value, [0, 5])).toBe(step);
  });

  it('has one step where the scale has no length', () => {
    expect(heatStep(3, [3, 3])).toBe(0);
  });

  it('never falls as the value grows', () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(heatStep(less, [0, 5])).toBeLessThanOrEqual(
          heatStep(more, [0, 5]),
        );
      }),
    );
  });
});

describe('heatRanges', () => {
  it('covers the scale', () => {
    expect(heatRanges([0, 5]).map(({ low, high }) => [low, high])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
  });
});
