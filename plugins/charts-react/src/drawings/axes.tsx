/** Looks that every axis of recharts is given. */
export const TICK = {
  fill: 'var(--bui-fg-secondary)',
  fontSize: 12,
  fontFamily: 'inherit',
};

export const AXIS_LINE = { stroke: 'var(--bui-border-2)', strokeOpacity: 0.5 };

export const GRID_STROKE = 'var(--bui-border-1)';

export const MARGIN = { top: 8, right: 12, bottom: 0, left: 0 };

/** Room for the widest tick, estimated: recharts measures text only where there is a layout. */
export function yAxisWidth(ticks: readonly string[]): number {
  const CHARACTER_PX = 7;
  const GAP_PX = 12;
  return Math.max(...ticks.map(tick => tick.length), 2) * CHARACTER_PX + GAP_PX;
}
