import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { chartsTranslationRef } from '../../translation';
import { useUnitFormat } from '../../format/useUnitFormat';
import { ChartFrame, type ChartHeading } from '../ChartFrame/ChartFrame';
import { READY } from '../ChartFrame/chartStatus';
import { HeatGrid } from './HeatGrid';
import { heatCsv } from './heatCsv';
import { HeatLegend } from './HeatLegend';
import type { HeatColumn, HeatRow } from './heat';

export interface HeatMapProps extends ChartHeading {
  /** What a row is: "Team". */
  rowLabel: string;
  columns: readonly HeatColumn[];
  /** In the order they are shown in: by name or by structure, not by value. */
  rows: readonly HeatRow[];
  /** Both ends of the scale, in the unit of the map. */
  domain: readonly [number, number];
  onSelect?: (row: HeatRow, column: HeatColumn) => void;
}

const STATE_HEIGHT_PX = 240;

/** Values of many rows and columns at a glance; each cell also says its number. */
export function HeatMap(props: HeatMapProps) {
  const { rowLabel, columns, rows, domain, onSelect, ...heading } = props;
  const { title, unit, status = READY } = heading;
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  const isEmpty = rows.every(({ cells }) =>
    columns.every(({ id }) => {
      const cell = cells[id];
      return !cell || (cell.value === null && !cell.suppressed);
    }),
  );
  return (
    <ChartFrame
      {...heading}
      status={status.kind === 'ready' && isEmpty ? { kind: 'empty' } : status}
      height={STATE_HEIGHT_PX}
      legend={<HeatLegend domain={domain} unit={unit} />}
      csv={() => heatCsv(rows, columns, rowLabel, t('heat.withheld'))}
    >
      <HeatGrid
        label={title}
        rowLabel={rowLabel}
        columns={columns}
        rows={rows}
        domain={domain}
        textOf={value => format.value(value, unit)}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}
