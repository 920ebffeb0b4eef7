import type { SeriesPoint } from '@waymark/metrics-common';

export interface SparklinePath {
  whole: string;
  /** The piece that leads to a period which is not over. */
  partial: string;
  /** Points that no line shows: those between two gaps, and the last one. */
  dots: { x: number; y: number }[];
}

const PADDING = 3;

const round = (pixels: number) => Math.round(pixels * 100) / 100;

/** SVG paths of a series, from the lowest to the highest value; gaps stay gaps. */
export function sparklinePath(
  points: readonly Pick<SeriesPoint, 'value' | 'partial'>[],
  width: number,
  height: number,
): SparklinePath {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  const place = (value: number, index: number) => ({
    x: round(
      PADDING +
        (points.length < 2 ? 0.5 : index / (points.length - 1)) *
          (width - 2 * PADDING),
    ),
    // A series that does not move lies in the middle.
    y: round(
      height -
        PADDING -
        (range === 0 ? 0.5 : (value - low) / range) * (height - 2 * PADDING),
    ),
  });
  const placed = points.map(({ value, partial }, index) =>
    value === null ? null : { ...place(value, index), partial },
  );
  const lastIndex = placed.findLastIndex(point => point !== null);
  const path: SparklinePath = { whole: '', partial: '', dots: [] };
  placed.forEach((point, index) => {
    if (!point) return;
    const before = placed[index - 1];
    if (before) {
      const part = point.partial || before.partial ? 'partial' : 'whole';
      path[part] += `M${before.x} ${before.y}L${point.x} ${point.y}`;
    }
    const isAlone = !before && !placed[index + 1];
    if (isAlone || index === lastIndex) {
      path.dots.push({ x: point.x, y: point.y });
    }
  });
  return path;
}
