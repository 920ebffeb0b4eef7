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
  const leaving = useRef(() => {});

  useEffect(() => {
    if (!isGuarding) return undefined;
    const { push, replace } = navigator;
    const ask = (go: () => void) => setLeave(() => go);
    navigator.push = (...to) => ask(() => push(...to));
    navigator.replace = (...to) => ask(() => replace(...to));

    // The same address once more in the history: the way back ends at it, and
    // the router, which hears of it first, sees nothing change.
    const here = { state: window.history.state, url: window.location.href };
    const hold = () => window.history.pushState(here.state, '', here.url);
    hold();
    const onPopState = () => {
      hold();
      ask(() => window.history.go(-2));
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('popstate', onPopState);
    window.addEventListener('beforeunload', onUnload);

    release.current = () => {
      navigator.push = push;
      navigator.replace = replace;
      window.removeEventListener('popstate', onPopState);
      window.removeEventListener('beforeunload', onUnload);
      release.current = () => {};
    };
    let hasLeft = false;
    leaving.current = () => {
      hasLeft = true;
      release.current();
    };
    return () => {
      release.current();
      if (!hasLeft && window.location.href === here.url) window.history.back();
    };
  }, [isGuarding, navigator]);

  return {
    isAsking: leave !== undefined,
    stay: useCallback(() => setLeave(undefined), []),
    leave: useCallback(() => {
      setLeave(undefined);
      leaving.current();
      leave?.();
    }, [leave]),
  };
}
