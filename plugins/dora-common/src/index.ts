/**
 * Domain, contract and permissions of the `dora` plugin.
 *
 * @packageDocumentation
 */
export { doraContract } from './contract';
export * from './domain';
export * from './permissions';
export type { Change, Deployment, Incident, RawEvent } from './schemas/facts';
export type { IngestReply, Mapping, TriageItem } from './schemas/ingest';
export type { DoraMetrics, SeriesPoint } from './schemas/metrics';
export { MAX_INGEST_BYTES } from './webhooks';
