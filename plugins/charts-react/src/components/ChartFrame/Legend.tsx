import type { ReactElement } from 'react';
import type { ChartSeries } from '../../data/chartData';
import { PARTIAL_DASH, seriesStyle } from '../../data/seriesStyle';
import { MarkShape } from '../../plot/MarkShape';
import styles from './Legend.module.css';

/** A sign beside the series: what is not over yet, an interval, a target. */
export interface LegendSign {
  sign: 'partialLine' | 'partialBar' | 'band' | 'target';
  label: string;
}

interface LegendProps {
  series: readonly ChartSeries[];
  /** How the chart draws a series: as a line with marks, or as a filled area. */
  kind: 'line' | 'fill';
  signs?: readonly LegendSign[];
}

const WIDTH = 26;
const HEIGHT = 12;
const MIDDLE = HEIGHT / 2;
const FIRST = 'var(--waymark-chart-1)';

const SIGNS: Readonly<Record<LegendSign['sign'], ReactElement>> = {
  partialLine: (
    <>
      <line
        x2={WIDTH}
        y1={MIDDLE}
        y2={MIDDLE}
        stroke={FIRST}
        strokeWidth={2}
        strokeDasharray={PARTIAL_DASH}
      />
      <MarkShape mark="ring" x={WIDTH / 2} y={MIDDLE} colour={FIRST} />
    </>
  ),
  partialBar: (
    <rect
      x={7.5}
      y={0.5}
      width={11}
      height={11}
      rx={2}
      fill={FIRST}
      fillOpacity={0.2}
      stroke={FIRST}
      strokeDasharray={PARTIAL_DASH}
    />
  ),
  band: (
    <rect
      width={WIDTH}
      height={HEIGHT}
      rx={2}
      fill={FIRST}
      fillOpacity={0.16}
    />
  ),
  target: (
    <line
      x2={WIDTH}
      y1={MIDDLE}
      y2={MIDDLE}
      stroke="var(--bui-fg-secondary)"
      strokeWidth={1.5}
      strokeDasharray="2 4"
    />
  ),
};

interface SeriesSignProps {
  kind: LegendProps['kind'];
  index: number;
  tone: ChartSeries['tone'];
}

function SeriesSign({ kind, index, tone }: SeriesSignProps) {
  const { colour, dash, mark } = seriesStyle(index, tone);
  if (kind === 'fill') {
    return <rect x={7} width={12} height={HEIGHT} rx={2} fill={colour} />;
  }
  return (
    <>
      <line
        x2={WIDTH}
        y1={MIDDLE}
        y2={MIDDLE}
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={dash}
      />
      <MarkShape mark={mark} x={WIDTH / 2} y={MIDDLE} colour={colour} />
    </>
  );
}

/** Names the series and the signs, and shows how each is drawn. */
export function Legend({ series, kind, signs = [] }: LegendProps) {
  return (
    <ul className={styles.legend}>
      {series.map(({ id, label, tone }, index) => (
        <li key={id}>
          <svg width={WIDTH} height={HEIGHT} aria-hidden>
            <SeriesSign kind={kind} index={index} tone={tone} />
          </svg>
          {label}
        </li>
      ))}
      {signs.map(({ sign, label }) => (
        <li key={sign}>
          <svg width={WIDTH} height={HEIGHT} aria-hidden>
            {SIGNS[sign]}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
