import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router-dom';

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

    const here = { state: window.history.state, url: window.location.href };
    const onPopState = (event: PopStateEvent) => {
      // The browser is there already: back here, before the router hears of it.
      event.stopImmediatePropagation();
      window.history.pushState(here.state, '', here.url);
      ask(() => window.history.back());
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
