import { useMetricWindow } from '@waymark/charts-react';
import { useMemo } from 'react';
import { useScope } from './useScope';

/** Scope and window of the address, as the API takes them. */
export function useWindowQuery() {
  const state = useMetricWindow();
  const { scope, ownership } = useScope();
  const { from, to } = state.window;
  const query = useMemo(
    () => ({ scope, ownership, from, to }),
    [scope, ownership, from, to],
  );
  return { state, query };
}
