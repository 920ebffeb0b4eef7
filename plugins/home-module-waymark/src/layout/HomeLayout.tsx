import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { FullPage } from '@backstage/ui';
import { Greeting } from './components/Greeting';
import { HomeSearch } from './components/HomeSearch';
import styles from './HomeLayout.module.css';

/** Narrow widgets, in this order, beside everything else. */
const SIDE_WIDGETS = [
  'HomePageStarredEntities',
  'RecentVisits',
  'HomePageRecentlyVisited',
  'HomePageMostVisited',
  'QuickLinks',
  'HomePageToolkit',
];

/**
 * The home page: greeting and search, then the widgets. Those named above stand
 * in a narrow column; all others, a plugin's included, stack in the wide one in
 * the order of `app.extensions`.
 */
export function HomeLayout({ widgets }: HomePageLayoutProps) {
  const wide = widgets.filter(({ name }) => !SIDE_WIDGETS.includes(name ?? ''));
  const side = SIDE_WIDGETS.flatMap(name =>
    widgets.filter(widget => widget.name === name),
  );
  return (
    <FullPage className={styles.page}>
      <header className={styles.header}>
        <div>
          <Greeting />
        </div>
        <div className={styles.search}>
          <HomeSearch />
        </div>
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          {wide.map(({ component, node }) => (
            <section key={node.spec.id}>{component}</section>
          ))}
        </div>
        <div className={styles.column}>
          {side.map(({ component, node }) => (
            <section key={node.spec.id}>{component}</section>
          ))}
        </div>
      </div>
    </FullPage>
  );
}
