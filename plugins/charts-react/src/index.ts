export { AreaChart, LineChart, type LineChartProps } from './charts/LineChart';
export {
  BarChart,
  StackedBarChart,
  type BarChartProps,
} from './charts/BarChart';
export { RadarChart, type RadarChartProps } from './charts/RadarChart';
export { StripChart, type StripChartProps } from './charts/StripChart';
export {
  DistributionChart,
  type DistributionChartProps,
} from './charts/DistributionChart';
export { Timeline, type TimelineProps } from './charts/Timeline';
export {
  ChartFrame,
  type ChartFrameProps,
  type ChartHeading,
} from './components/ChartFrame/ChartFrame';
export type { ChartStatus } from './components/ChartFrame/chartStatus';
export {
  DefinitionButton,
  type DefinitionButtonProps,
} from './components/Definition/DefinitionButton';
export { HeatMap, type HeatMapProps } from './components/HeatMap/HeatMap';
export type { HeatCell, HeatColumn, HeatRow } from './components/HeatMap/heat';
export {
  MetricCard,
  type MetricCardProps,
} from './components/MetricCard/MetricCard';
export { MetricCards } from './components/MetricCard/MetricCards';
export {
  Sparkline,
  type SparklineProps,
} from './components/Sparkline/Sparkline';
export {
  TeamTable,
  type TeamTableProps,
} from './components/TeamTable/TeamTable';
export type {
  TeamCell,
  TeamColumn,
  TeamRow,
} from './components/TeamTable/teams';
export {
  IntervalPicker,
  type IntervalPickerProps,
} from './components/WindowPicker/IntervalPicker';
export {
  WindowPicker,
  type WindowPickerProps,
} from './components/WindowPicker/WindowPicker';
export type {
  ChartCell,
  ChartData,
  ChartRow,
  ChartSeries,
  SeriesTone,
} from './data/chartData';
export type { DistributionBin, DistributionMark } from './data/distribution';
export { downloadCsv } from './data/downloadCsv';
export type { StripGroup } from './data/strip';
export type {
  TimelineEvent,
  TimelineLane,
  TimelineTone,
} from './data/timeline';
export type { CsvValue } from './data/toCsv';
export { useTimeData, type TimeSeries } from './data/useTimeData';
export { useDateFormat } from './format/useDateFormat';
export { useUnitFormat } from './format/useUnitFormat';
export {
  useMetricWindow,
  type MetricWindowState,
  type WindowChoice,
} from './hooks/useMetricWindow';
export { chartsTranslationRef } from './translation';
