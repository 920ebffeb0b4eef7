import type { SeriesTone } from './chartData';

export const MARKS = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'cross',
  'ring',
] as const;

export type Mark = (typeof MARKS)[number];

export interface SeriesStyle {
  colour: string;
  /** SVG dash array; undefined is a solid line. */
  dash?: string;
  mark: Mark;
}

export const PARTIAL_DASH = '3 3';

const BEHIND: Readonly<Record<Exclude<SeriesTone, 'measured'>, SeriesStyle>> = {
  comparison: {
    colour: 'var(--waymark-chart-comparison)',
    dash: '6 4',
    mark: 'ring',
  },
  target: {
    colour: 'var(--bui-fg-secondary)',
    dash: '2 4',
    mark: 'diamond',
  },
};

/** Colour, dash and mark of the series at that place: three signals that say the same. */
export function seriesStyle(
  index: number,
  tone: SeriesTone = 'measured',
): SeriesStyle {
  if (tone !== 'measured') return BEHIND[tone];
  const place = index % MARKS.length;
  return {
    colour: `var(--waymark-chart-${place + 1})`,
    mark: MARKS[place],
  };
}
