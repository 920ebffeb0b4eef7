import { lazy, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ChartHeading } from '../components/ChartFrame/ChartFrame';
import type { ChartData, ChartRow } from '../data/chartData';
import { stripMarks, type StripGroup } from '../data/strip';
import { useUnitFormat } from '../format/useUnitFormat';
import { chartsTranslationRef } from '../translation';
import { CustomChart } from './CustomChart';

const StripDrawing = lazy(() => import('../drawings/StripDrawing'));

export interface StripChartProps extends ChartHeading {
  groups: readonly StripGroup[];
  /** Both ends of the scale, in the unit of the chart. */
  domain: readonly [number, number];
  /** What a group is: "Question". */
  groupLabel: string;
  onSelect?: (group: StripGroup) => void;
}

const ROW_PX = 44;
const AXIS_PX = 36;

/** How individual values lie: whether people agree, and who stands apart; nobody is named. */
export function StripChart(props: StripChartProps) {
  const { groups, domain, groupLabel, onSelect, ...heading } = props;
  const { unit } = heading;
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  const marks = useMemo(() => stripMarks(groups), [groups]);
  const points = marks.map(({ group, value, count }) => ({
    title: groups[group].label,
    href: groups[group].href,
    lines: [
      {
        label: format.value(value, unit),
        value: t('strip.values', { count }),
        colour: 'var(--waymark-chart-1)',
      },
    ],
  }));
  const data: ChartData = useMemo(
    () => ({
      rowLabel: groupLabel,
      series: [
        { id: 'lowest', label: t('strip.lowest') },
        { id: 'median', label: t('strip.median') },
        { id: 'highest', label: t('strip.highest') },
      ],
      rows: groups.map(({ id, label, href, values, median }): ChartRow => {
        const has = values.length > 0;
        return {
          id,
          label,
          title: label,
          href,
          cells: {
            lowest: { value: has ? Math.min(...values) : null },
            median: { value: median, n: values.length },
            highest: { value: has ? Math.max(...values) : null },
          },
        };
      }),
    }),
    [groups, groupLabel, t],
  );
  return (
    <CustomChart
      {...heading}
      height={groups.length * ROW_PX + AXIS_PX}
      data={data}
      points={points}
      note={t('strip.note')}
      onSelect={onSelect && (index => onSelect(groups[marks[index].group]))}
      draw={size => (
        <StripDrawing
          {...size}
          groups={groups}
          marks={marks}
          domain={domain}
          unit={unit}
        />
      )}
    />
  );
}
