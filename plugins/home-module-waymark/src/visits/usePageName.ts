import { useSyncExternalStore } from 'react';
import { pageName } from './pageName';

function subscribe(onChange: () => void) {
  const observer = new MutationObserver(onChange);
  observer.observe(document.head, {
    characterData: true,
    childList: true,
    subtree: true,
  });
  return () => observer.disconnect();
}

/** How the page in view names itself, from moment to moment. */
export const usePageName = () =>
  useSyncExternalStore(subscribe, () => pageName(document.title));
