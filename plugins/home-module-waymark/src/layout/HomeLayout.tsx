import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { QueryProvider } from '@waymark/query-react';
import { HomePageView } from './HomePageView';

/**
 * The home page: greeting and search, then the widgets as the person arranged
 * them, or as their roles have them.
 */
export function HomeLayout({ widgets }: HomePageLayoutProps) {
  return (
    <QueryProvider>
      <HomePageView widgets={widgets} />
    </QueryProvider>
  );
}
