import { SECONDS_IN, durationUnitOf, type DurationUnit } from './duration';
import {
  ENGLISH_UNIT_WORDS,
  type FormatOptions,
  type MetricUnit,
} from './units';

export const DEFAULT_LOCALE = 'en-GB';

/** A number and its unit apart, for where the two are set in different sizes. */
export interface ValueParts {
  number: string;
  unit: string;
}

interface PartOptions extends FormatOptions {
  /** Fixes the unit of a duration, so that several share one. */
  durationUnit?: DurationUnit;
  signed?: boolean;
}

const ALL_DIGITS_FROM = 100;
const FINE_DURATIONS: readonly DurationUnit[] = ['second', 'minute'];
const COARSE_FROM = 10;

const decimalsOf = (size: number) => (size >= ALL_DIGITS_FROM ? 0 : 1);

function formatNumber(
  value: number,
  decimals: number,
  { locale = DEFAULT_LOCALE, signed = false }: PartOptions,
  fixed = false,
): string {
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: decimals,
    minimumFractionDigits: fixed ? decimals : 0,
    signDisplay: signed ? 'exceptZero' : 'negative',
  }).format(value);
}

function durationParts(seconds: number, options: PartOptions): ValueParts {
  const { locale = DEFAULT_LOCALE, signed = false } = options;
  const unit = options.durationUnit ?? durationUnitOf(seconds);
  const value = seconds / SECONDS_IN[unit];
  const size = Math.abs(value);
  const whole = FINE_DURATIONS.includes(unit) && size >= COARSE_FROM;
  const parts = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: whole ? 0 : decimalsOf(size),
    signDisplay: signed ? 'exceptZero' : 'negative',
  }).formatToParts(value);
  const join = (keep: (type: string) => boolean) =>
    parts
      .filter(({ type }) => keep(type))
      .map(part => part.value)
      .join('')
      .trim();
  return {
    number: join(type => type !== 'unit' && type !== 'literal'),
    unit: join(type => type === 'unit'),
  };
}

const PARTS: Readonly<
  Record<MetricUnit, (value: number, options: PartOptions) => ValueParts>
> = {
  seconds: durationParts,
  rate: (value, options) => ({
    number: formatNumber(value * 100, decimalsOf(value * 100), options),
    unit: '%',
  }),
  count: (value, options) => ({
    number: formatNumber(value, decimalsOf(Math.abs(value)), options),
    unit: '',
  }),
  perWeek: (value, options) => ({
    number: formatNumber(value, decimalsOf(Math.abs(value)), options),
    unit: (options.words ?? ENGLISH_UNIT_WORDS).perWeek,
  }),
  daysPerWeek: (value, options) => ({
    number: formatNumber(value, 1, options),
    unit: (options.words ?? ENGLISH_UNIT_WORDS).daysPerWeek,
  }),
  ratio: (value, options) => ({
    number: formatNumber(value, 2, options, true),
    unit: '',
  }),
  score: (value, options) => ({
    number: formatNumber(value, 1, options, true),
    unit: '',
  }),
};

export const joinParts = ({ number, unit }: ValueParts): string =>
  unit ? `${number} ${unit}` : number;

export function formatParts(
  value: number,
  unit: MetricUnit,
  options: PartOptions = {},
): ValueParts {
  return PARTS[unit](value, options);
}

/** `2.4 days`, `12.5 %`, `1,204`, `3.1 per week`, `0.82`, `3.4`. */
export function formatValue(
  value: number,
  unit: MetricUnit,
  options: FormatOptions = {},
): string {
  return joinParts(formatParts(value, unit, options));
}

const SMALLEST_SHOWN = 0.05;

/** The unit of the value that changed, unless nothing of the difference were left in it. */
function durationUnitOfChange(
  difference: number,
  changed: number | undefined,
): DurationUnit | undefined {
  if (changed === undefined) return undefined;
  const unit = durationUnitOf(changed);
  const shown = Math.abs(difference) / SECONDS_IN[unit];
  return shown < SMALLEST_SHOWN ? undefined : unit;
}

/**
 * A difference, with its sign: `+0.4 days`, `-2.1 pp`. Give the value that `changed` to have a
 * duration in the same unit.
 */
export function formatChange(
  difference: number,
  unit: MetricUnit,
  options: FormatOptions & { changed?: number } = {},
): string {
  const parts = formatParts(difference, unit, {
    ...options,
    durationUnit: durationUnitOfChange(difference, options.changed),
    signed: true,
  });
  const { percentagePoints } = options.words ?? ENGLISH_UNIT_WORDS;
  return joinParts(
    unit === 'rate' ? { ...parts, unit: percentagePoints } : parts,
  );
}
