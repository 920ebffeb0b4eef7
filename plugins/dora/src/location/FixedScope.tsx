import { createContext, useContext, type PropsWithChildren } from 'react';

const FixedScope = createContext<string | undefined>(undefined);

/**
 * Says what everything inside is about, where the page says it and not the
 * address: a tab of an entity, a card, a widget. Links from there carry it on.
 */
export function FixedScopeProvider({
  scope,
  children,
}: PropsWithChildren<{ scope: string | undefined }>) {
  return <FixedScope.Provider value={scope}>{children}</FixedScope.Provider>;
}

export const useFixedScope = () => useContext(FixedScope);
