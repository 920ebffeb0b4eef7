import type { ReactElement } from 'react';
import type { AxisScale } from '@waymark/metrics-common';
import { useXAxisScale, useYAxisScale } from 'recharts';
import { cellOf, type ChartData } from '../data/chartData';
import { seriesStyle } from '../data/seriesStyle';
import { MarkShape } from '../plot/MarkShape';
import { usePlot } from '../plot/PlotContext';

interface LineMarksProps {
  data: ChartData;
  scale: AxisScale;
}

/** With more points than this, marks would hide the line. */
const MOST_MARKS = 32;

/**
 * Marks of the points: all where there is room, else those that the line alone would not show, which
 * are a point between two gaps and the last one. The active row is marked larger.
 */
export function LineMarks({ data: { rows, series }, scale }: LineMarksProps) {
  const { active } = usePlot();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!xScale || !yScale) return null;
  const isSparse = rows.length <= MOST_MARKS;
  const marks = series.flatMap(({ id, tone = 'measured' }, place) => {
    const { colour, mark } = seriesStyle(place, tone);
    return rows.flatMap((row, index): ReactElement[] => {
      const { value } = cellOf(row, id);
      const x = xScale(row.id);
      if (value === null || x === undefined) return [];
      const y = yScale(scale.toAxis(value));
      const isMissing = (at: number) =>
        !rows[at] || cellOf(rows[at], id).value === null;
      const isAlone = isMissing(index - 1) && isMissing(index + 1);
      const isShown =
        isSparse || isAlone || index === rows.length - 1 || index === active;
      if (!isShown || y === undefined) return [];
      return [
        <MarkShape
          key={`${id} ${row.id}`}
          mark={mark}
          x={x}
          y={y}
          colour={colour}
          size={index === active ? 5 : 3}
          hollow={row.partial && tone === 'measured'}
        />,
      ];
    });
  });
  return <g>{marks}</g>;
}
