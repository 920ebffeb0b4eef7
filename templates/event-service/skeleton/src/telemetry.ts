import { startTracing } from './observability/tracing.ts';

export const stopTracing = startTracing(process.env);
