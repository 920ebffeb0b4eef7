import type { PageLayoutTab } from '@backstage/frontend-plugin-api';
import { NavLink } from 'react-router-dom';
import styles from './PageTabs.module.css';

interface PageTabsProps {
  title?: string;
  tabs: PageLayoutTab[];
  /** What relative tab addresses are relative to. */
  pagePath: string;
}

/** The sub-pages of a page; the one shown is the current page. */
export function PageTabs({ title, tabs, pagePath }: PageTabsProps) {
  return (
    <nav aria-label={title}>
      <ul className={styles.tabs}>
        {tabs.map(tab => (
          <li key={tab.id}>
            <NavLink
              to={
                tab.href.startsWith('/') ? tab.href : `${pagePath}/${tab.href}`
              }
              className={styles.tab}
            >
              {tab.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
