import fc from 'fast-check';
import { niceAxis, stripTicks } from './niceAxis';

describe('niceAxis', () => {
  it.each([
    [[], [0, 0.25, 0.5, 0.75, 1]],
    [[0], [0, 0.25, 0.5, 0.75, 1]],
    [
      [7, 3],
      [0, 2, 4, 6, 8],
    ],
    [[100], [0, 25, 50, 75, 100]],
    [[0.31], [0, 0.1, 0.2, 0.3, 0.4]],
    [
      [-3, 4],
      [-4, -2, 0, 2, 4],
    ],
  ])('of %j has the ticks %j', (values, ticks) => {
    const axis = niceAxis(values);
    expect(axis.ticks).toEqual(ticks);
    expect(axis.domain).toEqual([ticks[0], ticks[ticks.length - 1]]);
  });

  it('holds every value and zero, in few steps', () => {
    const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(values, sample => {
        const { domain, ticks } = niceAxis(sample);
        const slack = 1e-6 * (domain[1] - domain[0]);
        expect(domain[0]).toBeLessThanOrEqual(Math.min(0, ...sample) + slack);
        expect(domain[1]).toBeGreaterThanOrEqual(
          Math.max(0, ...sample) - slack,
        );
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.length).toBeGreaterThan(1);
      }),
    );
  });
});

describe('stripTicks', () => {
  it('names every level of a short scale', () => {
    expect(stripTicks(0, 5)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(stripTicks(1, 3)).toEqual([1, 2, 3]);
  });

  it('takes round steps on a long one, within its ends', () => {
    expect(stripTicks(0, 100)).toEqual([0, 25, 50, 75, 100]);
    expect(stripTicks(0, 0.5)).toEqual([0, 0.2, 0.4]);
  });
});
