import type { RebuildState } from '../database/rebuild/rebuildState';

export function toRebuild(state: RebuildState) {
  return {
    state: state.state,
    startedAt: state.startedAt?.toISOString() ?? null,
    finishedAt: state.finishedAt?.toISOString() ?? null,
    done: state.done,
    total: state.total,
    error: state.error,
  };
}
