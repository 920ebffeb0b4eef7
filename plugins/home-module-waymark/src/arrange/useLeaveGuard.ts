import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router-dom';

/** Where the router stands in the history of the browser. */
const placeIn = (state: unknown): number | undefined => {
  const { idx } = (state ?? {}) as { idx?: unknown };
  return typeof idx === 'number' ? idx : undefined;
};

/**
 * While there is something to lose, whoever goes to another page is asked
 * first: by link, by the buttons of the browser, or by closing the tab, for
 * which the browser asks. The router of the app is not one that could be
 * blocked (`useBlocker`), so its navigator is held back.
 */
export function useLeaveGuard(isGuarding: boolean) {
  const { navigator } = useContext(NavigationContext);
  const [leave, setLeave] = useState<() => void>();
  const release = useRef(() => {});

  useEffect(() => {
    if (!isGuarding) return undefined;
    const { push, replace } = navigator;
    const ask = (go: () => void) => setLeave(() => go);
    navigator.push = (...to) => ask(() => push(...to));
    navigator.replace = (...to) => ask(() => replace(...to));

    const here = placeIn(window.history.state);
    let isReturning = false;
    const onPopState = (event: PopStateEvent) => {
      const there = placeIn(event.state);
      if (isReturning) {
        isReturning = false;
        event.stopImmediatePropagation();
      } else if (here !== undefined && there !== undefined) {
        // The browser is there already: back, before the router hears of it.
        event.stopImmediatePropagation();
        isReturning = true;
        window.history.go(here - there);
        ask(() => window.history.go(there - here));
      }
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('popstate', onPopState, { capture: true });
    window.addEventListener('beforeunload', onUnload);

    release.current = () => {
      navigator.push = push;
      navigator.replace = replace;
      window.removeEventListener('popstate', onPopState, { capture: true });
      window.removeEventListener('beforeunload', onUnload);
      release.current = () => {};
    };
    return () => release.current();
  }, [isGuarding, navigator]);

  return {
    isAsking: leave !== undefined,
    stay: useCallback(() => setLeave(undefined), []),
    leave: useCallback(() => {
      setLeave(undefined);
      release.current();
      leave?.();
    }, [leave]),
  };
}
