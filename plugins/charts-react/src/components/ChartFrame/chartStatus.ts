/**
 * The states of a chart beside showing its data. `empty` is also what a chart says by itself when
 * none of its values is there.
 */
export type ChartStatus =
  | { kind: 'ready' }
  | { kind: 'loading' }
  | { kind: 'error'; message: string; onRetry?: () => void }
  | { kind: 'empty'; title?: string; description?: string }
  | { kind: 'suppressed'; k: number };

export const READY: ChartStatus = { kind: 'ready' };
