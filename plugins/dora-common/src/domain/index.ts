export type * from './facts';
export * from './derived';
export type * from './observations';
export { foldChange, type FoldedChange } from './fold/foldChange';
export { foldDeployment, type FoldedDeployment } from './fold/foldDeployment';
export { foldIncident, type FoldedIncident } from './fold/foldIncident';
export { alignWindow } from './service/alignWindow';
export { deriveService } from './service/deriveService';
export { windowOf } from './service/windowOf';
export { BENCHMARK_SETS } from './benchmarks/clusters';
export * from './benchmarks/quickCheck';
export type * from './benchmarks/types';
export { medianDaysPerWeek, perWeek } from './metrics/frequency';
export {
  bucketOf,
  LogHistogram,
  startOfBucket,
  type SparseHistogram,
} from './metrics/LogHistogram';
export { percentile } from './metrics/percentile';
export * from './metrics/periods';
export * from './metrics/samples';
export { summarise, type SummariseOptions } from './metrics/summarise';
export type * from './metrics/summary';
export * from './metrics/rate';
