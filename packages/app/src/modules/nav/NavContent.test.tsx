import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  NavContentComponentProps,
  NavContentNavItem,
} from '@backstage/plugin-app-react';
import { screen } from '@testing-library/react';
import { NavContent } from './NavContent';

jest.mock('@backstage/plugin-notifications', () => ({
  NotificationsSidebarItem: () => null,
}));
jest.mock('@backstage/plugin-search', () => ({
  SidebarSearchModal: () => null,
}));
jest.mock('@backstage/plugin-user-settings', () => ({
  UserSettingsSignInAvatar: () => null,
}));

const page = (id: string, title: string): NavContentNavItem =>
  ({
    node: { spec: { id: `page:${id}` } },
    title,
    href: `/${id}`,
    icon: <svg />,
  } as unknown as NavContentNavItem);

/** What the app hands to the sidebar: each item can be taken once, the rest follows. */
function navItems(items: NavContentNavItem[]) {
  const left = [...items];
  const take = (id: string) => {
    const index = left.findIndex(item => item.node.spec.id === id);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const rest = () => left.splice(0);
  return {
    take,
    rest,
    withComponent: (Item: (item: NavContentNavItem) => JSX.Element) => ({
      take: (id: string) => {
        const item = take(id);
        return item ? <Item key={item.href} {...item} /> : null;
      },
      rest: () => rest().map(item => <Item key={item.href} {...item} />),
    }),
  } as unknown as NavContentComponentProps['navItems'];
}

function renderNav(items: NavContentNavItem[]) {
  renderInTestApp(<NavContent navItems={navItems(items)} items={[]} />);
}

const labels = () =>
  screen
    .getAllByRole('link')
    .map(link => link.textContent)
    .filter(Boolean);

describe('NavContent', () => {
  it('puts daily pages first, then other plugins, then the platform', async () => {
    renderNav([
      page('devtools', 'DevTools'),
      page('scaffolder', 'Create'),
      page('dora', 'Delivery'),
      page('catalog', 'Catalog'),
      page('user-settings', 'Settings'),
      page('home', 'Home'),
      page('catalog-git', 'Ingestion health'),
    ]);

    await screen.findByRole('link', { name: 'Home' });
    expect(
      labels().filter(label => label !== 'Waymark' && label !== 'Search'),
    ).toEqual([
      'Home',
      'Catalog',
      'Create',
      'Delivery',
      'Ingestion health',
      'DevTools',
      'Settings',
    ]);
  });

  it('does not list pages that are reached in another way', async () => {
    renderNav([
      page('home', 'Home'),
      page('search', 'Search page'),
      page('catalog-graph', 'Catalog graph'),
      page('catalog-git/source', 'Source'),
    ]);

    await screen.findByRole('link', { name: 'Home' });
    for (const name of ['Search page', 'Catalog graph', 'Source']) {
      expect(screen.queryByRole('link', { name })).not.toBeInTheDocument();
    }
  });
});
