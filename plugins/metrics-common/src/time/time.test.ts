import fc from 'fast-check';
import { metricWindowSchema } from '../schemas/window';
import {
  addDays,
  daysBetween,
  localDateOf,
  nextPeriod,
  startOfDay,
  startOfPeriod,
} from './localDate';
import { parseWindow } from './parseWindow';
import { WINDOW_PRESETS, presetWindow } from './presets';
import { previousWindow, windowDays, windowInstants } from './window';

const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
// 23:30 of 30 March in UTC, an hour and a half into 31 March in Berlin.
const NOW = new Date('2026-03-30T23:30:00Z');

describe('presetWindow', () => {
  it.each([
    ['7d', '2026-03-25'],
    ['28d', '2026-03-04'],
    ['90d', '2026-01-01'],
    ['12m', '2025-04-01'],
    ['quarter', '2026-01-01'],
  ] as const)(
    '%s of 31 March begins on %s and includes today',
    (preset, from) => {
      expect(presetWindow(preset, NOW, BERLIN)).toEqual({
        from,
        to: '2026-04-01',
        timezone: BERLIN,
      });
    },
  );

  it('asks the time zone which day it is', () => {
    expect(presetWindow('7d', NOW, NEW_YORK).to).toBe('2026-03-31');
  });

  it('is a valid window at any instant in any time zone', () => {
    const instants = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(
      'UTC',
      BERLIN,
      NEW_YORK,
      'Asia/Kolkata',
      'Pacific/Apia',
      'Africa/Cairo',
      'America/Santiago',
    );
    fc.assert(
      fc.property(
        instants,
        zones,
        fc.constantFrom(...WINDOW_PRESETS),
        (now, timezone, preset) => {
          const window = presetWindow(preset, now, timezone);
          expect(metricWindowSchema.safeParse(window).success).toBe(true);
          const { start, end } = windowInstants(window);
          expect(start.getTime()).toBeLessThanOrEqual(now.getTime());
          expect(end.getTime()).toBeGreaterThan(now.getTime());
          expect(parseWindow(window, { now, timezone })).toEqual({
            ok: true,
            window,
          });
        },
      ),
    );
  });
});

describe('previousWindow', () => {
  it('ends where the window begins and is as many days long', () => {
    expect(
      previousWindow({
        from: '2026-03-01',
        to: '2026-03-29',
        timezone: BERLIN,
      }),
    ).toEqual({ from: '2026-02-01', to: '2026-03-01', timezone: BERLIN });
  });

  it('counts days, not hours, across a change of the clock', () => {
    // The clock goes forward on 29 March: the window is one hour short of seven days.
    const window = { from: '2026-03-26', to: '2026-04-02', timezone: BERLIN };
    expect(windowDays(window)).toBe(7);
    expect(previousWindow(window).from).toBe('2026-03-19');
    const { start, end } = windowInstants(window);
    expect(end.getTime() - start.getTime()).toBe((7 * 24 - 1) * 3_600_000);
  });

  it('never leaves a gap', () => {
    const days = fc.integer({ min: 1, max: 700 });
    fc.assert(
      fc.property(days, days, (offset, length) => {
        const from = addDays('2024-02-28', offset);
        const window = { from, to: addDays(from, length), timezone: 'UTC' };
        const before = previousWindow(window);
        expect(before.to).toBe(window.from);
        expect(windowDays(before)).toBe(length);
        expect(daysBetween(before.from, window.to)).toBe(2 * length);
      }),
    );
  });
});

describe('startOfDay', () => {
  it('begins at midnight of the time zone', () => {
    expect(startOfDay('2026-07-01', BERLIN).toISOString()).toBe(
      '2026-06-30T22:00:00.000Z',
    );
  });

  it('begins an hour late where midnight does not exist', () => {
    // Cairo moved its clocks at midnight of 25 April 2025.
    expect(startOfDay('2025-04-25', 'Africa/Cairo').toISOString()).toBe(
      '2025-04-24T22:00:00.000Z',
    );
  });

  it('belongs to the day it begins', () => {
    expect(localDateOf(startOfDay('2026-10-25', BERLIN), BERLIN)).toBe(
      '2026-10-25',
    );
  });
});

describe('parseWindow', () => {
  const parse = (from: string, to: string) =>
    parseWindow({ from, to }, { now: NOW, timezone: BERLIN });

  it('takes two dates of the calendar', () => {
    expect(parse('2026-03-01', '2026-03-31')).toEqual({
      ok: true,
      window: { from: '2026-03-01', to: '2026-03-31', timezone: BERLIN },
    });
  });

  it.each([
    ['2026-02-30', '2026-03-31', 'from', 'date'],
    ['', '2026-03-31', 'from', 'date'],
    ['2026-03-01', '31.03.2026', 'to', 'date'],
    ['2026-03-01', '2026-03-01', 'to', 'order'],
    ['2026-03-02', '2026-03-01', 'to', 'order'],
    ['2023-03-01', '2026-03-01', 'from', 'tooLong'],
    ['2026-04-01', '2026-04-02', 'from', 'future'],
  ])('names what is wrong with %s to %s', (from, to, field, code) => {
    expect(parse(from, to)).toEqual({ ok: false, problem: { field, code } });
  });

  it('may begin today', () => {
    expect(parse('2026-03-31', '2026-04-01').ok).toBe(true);
  });
});

it.each([
  // 1 January 2027 is a Friday, in the week that began on 28 December.
  ['2027-01-01', 'week', '2026-12-28', '2027-01-04'],
  ['2027-01-01', 'day', '2027-01-01', '2027-01-02'],
  ['2026-12-31', 'month', '2026-12-01', '2027-01-01'],
] as const)('%s is in a %s from %s to %s', (date, interval, first, next) => {
  expect(startOfPeriod(date, interval)).toBe(first);
  expect(nextPeriod(first, interval)).toBe(next);
});
