import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useFixedScope } from './FixedScope';

export type Ownership = 'then' | 'now';

/**
 * What the pages are about: the scope they are given, or that of the address
 * (`scope=<entity ref>`, `ownership=now`).
 */
export function useScope() {
  const [search, setSearch] = useSearchParams();
  const fixed = useFixedScope();
  const scope = fixed ?? search.get('scope') ?? undefined;
  const ownership: Ownership =
    search.get('ownership') === 'now' ? 'now' : 'then';
  return useMemo(() => {
    const set = (name: string, value: string | undefined) =>
      setSearch(
        current => {
          const next = new URLSearchParams(current);
          if (value === undefined) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      );
    return {
      scope,
      ownership,
      setScope: (value: string | undefined) => set('scope', value),
      setOwnership: (value: Ownership) =>
        set('ownership', value === 'then' ? undefined : value),
    };
  }, [scope, ownership, setSearch]);
}
