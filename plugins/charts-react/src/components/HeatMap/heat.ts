export interface HeatColumn {
  id: string;
  label: string;
}

export interface HeatCell {
  value: number | null;
  n?: number | null;
  suppressed?: { k: number } | null;
  href?: string;
}

export interface HeatRow {
  id: string;
  label: string;
  href?: string;
  cells: Readonly<Record<string, HeatCell | undefined>>;
}

export const HEAT_STEPS = 5;

/** Which of the five steps of the scale a value falls on; what lies beyond it is on its last. */
export function heatStep(
  value: number,
  [low, high]: readonly [number, number],
): number {
  if (high <= low) return 0;
  const share = (value - low) / (high - low);
  return Math.max(0, Math.min(HEAT_STEPS - 1, Math.floor(share * HEAT_STEPS)));
}

/** The ranges of the steps, for the legend. */
export const heatRanges = ([low, high]: readonly [number, number]) =>
  Array.from({ length: HEAT_STEPS }, (_, step) => ({
    step,
    low: low + ((high - low) * step) / HEAT_STEPS,
    high: low + ((high - low) * (step + 1)) / HEAT_STEPS,
  }));
