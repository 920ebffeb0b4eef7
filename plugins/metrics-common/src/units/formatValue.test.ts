import fc from 'fast-check';
import { SECONDS_IN, durationUnitOf } from './duration';
import { formatInterval } from './formatInterval';
import { formatChange, formatParts, formatValue } from './formatValue';
import { METRIC_UNITS } from './units';

describe('formatValue', () => {
  it.each([
    [0, 'seconds', '0 seconds'],
    [42.4, 'seconds', '42 seconds'],
    [89, 'seconds', '89 seconds'],
    [90, 'seconds', '1.5 minutes'],
    [45 * 60, 'seconds', '45 minutes'],
    [90 * 60, 'seconds', '1.5 hours'],
    [14.26 * 3600, 'seconds', '14.3 hours'],
    [36 * 3600, 'seconds', '1.5 days'],
    [207_360, 'seconds', '2.4 days'],
    [312 * 86_400, 'seconds', '312 days'],
    [0.125, 'rate', '12.5 %'],
    [0, 'rate', '0 %'],
    [1, 'rate', '100 %'],
    [0.004, 'rate', '0.4 %'],
    [1204, 'count', '1,204'],
    [0, 'count', '0'],
    [12.4, 'perWeek', '12.4 per week'],
    [3.5, 'daysPerWeek', '3.5 days a week'],
    [0.8, 'ratio', '0.80'],
    [3, 'score', '3.0'],
    [-0.25, 'rate', '-25 %'],
  ] as const)('%f of %s reads %s', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });

  it('speaks the language of the reader', () => {
    expect(formatValue(207_360, 'seconds', { locale: 'de' })).toBe('2,4 Tage');
    const words = {
      perWeek: 'pro Woche',
      daysPerWeek: 'Tage pro Woche',
      percentagePoints: 'Prozentpunkte',
    };
    expect(formatValue(1.5, 'perWeek', { locale: 'de', words })).toBe(
      '1,5 pro Woche',
    );
    expect(formatChange(0.021, 'rate', { locale: 'de', words })).toBe(
      '+2,1 Prozentpunkte',
    );
  });

  it('gives number and unit apart', () => {
    expect(formatParts(207_360, 'seconds')).toEqual({
      number: '2.4',
      unit: 'days',
    });
    expect(formatParts(12, 'count')).toEqual({ number: '12', unit: '' });
  });

  it('always shows a digit, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
        fc.constantFrom(...METRIC_UNITS),
        (value, unit) => {
          expect(formatValue(value, unit)).toMatch(/\d/);
        },
      ),
    );
  });
});

describe('formatChange', () => {
  it.each([
    [0.021, 'rate', '+2.1 pp'],
    [-0.5, 'rate', '-50 pp'],
    [-34_560, 'seconds', '-9.6 hours'],
    [3, 'count', '+3'],
    [0, 'count', '0'],
  ] as const)('%f of %s reads %s', (value, unit, text) => {
    expect(formatChange(value, unit)).toBe(text);
  });
});

describe('formatChange of a value', () => {
  it.each([
    // 0.8 days of 2.4 days
    [-69_120, 207_360, '-0.8 days'],
    // Two minutes would be 0.0 days.
    [120, 207_360, '+2 minutes'],
  ])('%i of %i seconds reads %s', (difference, changed, text) => {
    expect(formatChange(difference, 'seconds', { changed })).toBe(text);
  });
});

describe('formatInterval', () => {
  it.each([
    [{ low: 0.043, high: 0.31 }, 'rate', '4.3–31 %'],
    [{ low: 30_000, high: 207_360 }, 'seconds', '0.3–2.4 days'],
    [{ low: 8, high: 12.25 }, 'perWeek', '8–12.3 per week'],
    [{ low: 2, high: 3 }, 'score', '2.0–3.0'],
  ] as const)('%j of %s reads %s', (interval, unit, text) => {
    expect(formatInterval(interval, unit)).toBe(text);
  });
});

describe('durationUnitOf', () => {
  it('never needs more digits than the next smaller unit would', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 86_400 }), seconds => {
        const unit = durationUnitOf(seconds);
        expect(seconds / SECONDS_IN[unit]).toBeLessThan(
          unit === 'day' ? Infinity : 90,
        );
        expect(durationUnitOf(-seconds)).toBe(unit);
      }),
    );
  });
});
