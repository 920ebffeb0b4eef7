import { useEffect } from 'react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { readerStyles } from './readerStyles';

const ACTIVE_ITEM = '.md-nav--primary .md-nav__item--active';

/**
 * Styles of the portal for the pages of TechDocs, which live in a shadow tree
 * that no style sheet of the app reaches.
 */
export function ReaderStyle() {
  const shadowRoot = useShadowRoot();
  useEffect(() => {
    if (!shadowRoot) {
      return undefined;
    }
    const style = document.createElement('style');
    style.textContent = readerStyles;
    shadowRoot.append(style);
    // In place of the reader's own attempt, which `readerStyles` keeps still
    // because it scrolls the page along with the navigation.
    const item = [...shadowRoot.querySelectorAll(ACTIVE_ITEM)].at(-1);
    const pane = item?.closest('.md-sidebar__scrollwrap');
    if (item instanceof HTMLElement && pane) {
      pane.scrollTop = item.offsetTop - pane.clientHeight / 2;
    }
    return () => style.remove();
  }, [shadowRoot]);
  return null;
}
