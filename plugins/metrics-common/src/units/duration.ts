export type DurationUnit = 'second' | 'minute' | 'hour' | 'day';

export const SECONDS_IN: Readonly<Record<DurationUnit, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
};

const LARGEST_FIRST: readonly DurationUnit[] = ['day', 'hour', 'minute'];
const AT_LEAST = 1.5;

/**
 * The largest unit of which there are at least one and a half, so that 80 seconds stay seconds and
 * a day and a half is not "36 hours".
 */
export function durationUnitOf(seconds: number): DurationUnit {
  const size = Math.abs(seconds);
  return (
    LARGEST_FIRST.find(unit => size >= AT_LEAST * SECONDS_IN[unit]) ?? 'second'
  );
}
