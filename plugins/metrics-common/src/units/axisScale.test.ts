import { axisScale } from './axisScale';

describe('axisScale', () => {
  it('counts durations in the unit of the longest', () => {
    const { toAxis, formatTick } = axisScale([3_600, 4 * 86_400], 'seconds');
    expect(toAxis(2 * 86_400)).toBe(2);
    expect(formatTick(2)).toBe('2d');
  });

  it('counts rates in per cent', () => {
    const { toAxis, formatTick } = axisScale([0.1], 'rate');
    expect(toAxis(0.25)).toBe(25);
    expect(formatTick(25)).toBe('25 %');
  });

  it('leaves the rest as it is, and shortens what is long', () => {
    const { toAxis, formatTick } = axisScale([12_000], 'count');
    expect(toAxis(12)).toBe(12);
    expect(formatTick(12_000)).toBe('12k');
  });

  it('has a scale where there is nothing', () => {
    expect(axisScale([], 'seconds').formatTick(0)).toBe('0');
  });
});
