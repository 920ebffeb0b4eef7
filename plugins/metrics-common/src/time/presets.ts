import type { MetricWindow } from '../schemas/window';
import { addDays, addMonths, localDateOf, startOfQuarter } from './localDate';

export const WINDOW_PRESETS = ['7d', '28d', '90d', '12m', 'quarter'] as const;

export type WindowPreset = (typeof WINDOW_PRESETS)[number];

export const isWindowPreset = (name: unknown): name is WindowPreset =>
  WINDOW_PRESETS.some(preset => preset === name);

const FROM: Readonly<Record<WindowPreset, (to: string) => string>> = {
  '7d': to => addDays(to, -7),
  '28d': to => addDays(to, -28),
  '90d': to => addDays(to, -90),
  '12m': to => addMonths(to, -12),
  quarter: to => startOfQuarter(addDays(to, -1)),
};

/** The window of a preset: up to and with the day that `now` falls on. */
export function presetWindow(
  preset: WindowPreset,
  now: Date,
  timezone: string,
): MetricWindow {
  const to = addDays(localDateOf(now, timezone), 1);
  return { from: FROM[preset](to), to, timezone };
}
