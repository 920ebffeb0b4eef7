import { notificationsApiRef } from '@backstage/plugin-notifications';
import { catalogUnprocessedEntitiesApiRef } from '@backstage/plugin-catalog-unprocessed-entities';
import { visitsApiRef } from '@backstage/plugin-home';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { component, group } from '../__testUtils__/examples';
import { renderHome, SLOW } from '../__testUtils__/renderHome';
import { CatalogGlance } from './catalogGlance/CatalogGlance';
import { MyDocs } from './myDocs/MyDocs';
import { UnreadNotifications } from './notifications/UnreadNotifications';
import { QuickLinks } from './quickLinks/QuickLinks';
import { RecentVisits } from './recentVisits/RecentVisits';
import { UnprocessedEntities } from './unprocessed/UnprocessedEntities';

const visits = (...pathnames: string[]) =>
  [
    visitsApiRef,
    {
      list: async () =>
        pathnames.map((pathname, index) => ({
          id: String(index),
          name: `Page ${index} | Waymark`,
          pathname,
          hits: 1,
          timestamp: -index,
        })),
    },
  ] as const;

describe('CatalogGlance', () => {
  it('gives shares with what they are of, and counts', async () => {
    renderHome(<CatalogGlance />, {
      entities: [
        group('checkout', 'Checkout'),
        component('orders', { docs: true, api: true }),
        component('basket', { api: true }),
        component('legacy', { owner: 'group:default/gone' }),
        component('forms', { type: 'library', docs: true }),
      ],
    });

    const figure = async (label: string) =>
      (await screen.findByText(label, {}, SLOW)).parentElement;
    expect(await figure('Documented')).toHaveTextContent(
      '50 %2 of 4 components',
    );
    expect(await figure('Services with an API description')).toHaveTextContent(
      '67 %2 of 3 services',
    );
    expect(await figure('Owned by a team')).toHaveTextContent(
      '75 %3 of 4 components',
    );
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual(['service3', 'library1', 'production4']);
    expect(screen.getByText(/^As of /)).toHaveTextContent(/UTC$/);
  }, 30_000);

  it('claims nothing of an empty catalog', async () => {
    renderHome(<CatalogGlance />);

    expect(
      await screen.findByText('The catalog has no components yet'),
    ).toBeVisible();
    expect(screen.queryByText(/%/)).not.toBeInTheDocument();
  });
});

describe('MyDocs', () => {
  it('shows what was read last, once each, and what my teams have', async () => {
    renderHome(<MyDocs />, {
      entities: [component('orders', { docs: true }), component('basket')],
      apis: [
        visits(
          '/docs/default/component/ledger/runbook',
          '/docs/default/component/ledger',
          '/docs',
        ),
      ],
    });

    const ledger = await screen.findByRole('link', { name: 'ledger' });
    expect(ledger).toHaveAttribute('href', '/docs/default/component/ledger');
    expect(await screen.findByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/docs/default/component/orders',
    );
    expect(screen.queryByText('basket')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All documentation' }),
    ).toHaveAttribute('href', '/docs');
  });

  it('says how documentation comes about', async () => {
    renderHome(<MyDocs />, { apis: [visits()] });

    expect(
      await screen.findByText('Your teams have no documentation yet'),
    ).toBeVisible();
  });
});

describe('UnreadNotifications', () => {
  const unread = () => {
    const read = new Set<string>();
    const all = ['1', '2'].map(id => ({
      id,
      user: null,
      created: new Date('2026-11-23T09:30:00Z'),
      origin: 'scaffolder',
      payload: {
        title: `Run ${id} is over`,
        ...(id === '1' && { link: '/create/tasks/1' }),
      },
    }));
    return {
      getNotifications: async () => {
        const notifications = all.filter(({ id }) => !read.has(id));
        return { notifications, totalCount: notifications.length };
      },
      updateNotifications: async ({ ids }: { ids: string[] }) => {
        ids.forEach(id => read.add(id));
        return [];
      },
    };
  };

  it('shows what is unread, and forgets what is marked as read', async () => {
    renderHome(<UnreadNotifications />, {
      apis: [[notificationsApiRef, unread()]],
    });

    expect(
      await screen.findByRole('link', { name: 'Run 1 is over' }),
    ).toHaveAttribute('href', '/create/tasks/1');
    expect(
      screen.getByRole('link', { name: 'All notifications, 2 unread' }),
    ).toHaveAttribute('href', '/notifications');
    await userEvent.click(
      screen.getByRole('button', { name: 'Mark "Run 1 is over" as read' }),
    );

    expect(
      await screen.findByRole('link', { name: 'All notifications, 1 unread' }),
    ).toBeVisible();
    expect(screen.queryByText('Run 1 is over')).not.toBeInTheDocument();
  });

  it('says that nothing is unread', async () => {
    const notificationsApi = {
      getNotifications: async () => ({ notifications: [], totalCount: 0 }),
    };
    renderHome(<UnreadNotifications />, {
      apis: [[notificationsApiRef, notificationsApi]],
    });

    expect(await screen.findByText(/^Nothing unread/)).toBeVisible();
  });
});

describe('UnprocessedEntities', () => {
  it('counts them and leads to their page', async () => {
    const unprocessedApi = {
      failed: async () => ({ entities: [{}, {}] }),
      pending: async () => ({ entities: [{}] }),
    };
    renderHome(<UnprocessedEntities />, {
      apis: [[catalogUnprocessedEntitiesApiRef, unprocessedApi]],
    });

    expect((await screen.findByText('Failed')).parentElement).toHaveTextContent(
      'Failed2',
    );
    expect(screen.getByText('Pending').parentElement).toHaveTextContent(
      'Pending1',
    );
    expect(
      screen.getByRole('link', { name: 'Which, and why' }),
    ).toHaveAttribute('href', '/devtools/unprocessed-entities');
  });
});

describe('RecentVisits', () => {
  it('shows as many pages as it is set to, without those of the sidebar', async () => {
    renderHome(<RecentVisits limit={2} />, {
      apis: [visits('/catalog', '/git/a', '/git/b', '/git/c')],
    });

    const list = await screen.findByRole('list');
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['Page 1', '/git/a'],
      ['Page 2', '/git/b'],
    ]);
  });

  it('shows a page once, as it was left, and what else it was about beside it', async () => {
    const named = (pathname: string, name: string) => ({
      id: pathname,
      pathname,
      name,
      hits: 1,
      timestamp: 0,
    });
    renderHome(<RecentVisits />, {
      apis: [
        [
          visitsApiRef,
          {
            list: async () => [
              named('/dora?scope=a&from=2026-03-02', 'Delivery · orders'),
              named('/dora?scope=a', 'Delivery · orders'),
              named('/dora?scope=b', 'Delivery · basket'),
              named('/search?query=orders', 'Search'),
            ],
          },
        ],
      ],
    });

    const list = await screen.findByRole('list');
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['Delivery · orders', '/dora?scope=a&from=2026-03-02'],
      ['Delivery · basket', '/dora?scope=b'],
    ]);
  });

  it('says what will be there', async () => {
    renderHome(<RecentVisits />, { apis: [visits('/')] });

    expect(
      await screen.findByText(/^The pages you open appear here/),
    ).toBeVisible();
  });
});

describe('QuickLinks', () => {
  it('shows what is configured', async () => {
    renderHome(
      <QuickLinks
        links={[{ label: 'APIs', url: '/api-docs', description: 'To call' }]}
      />,
    );

    expect(await screen.findByRole('link', { name: 'APIs' })).toHaveAttribute(
      'href',
      '/api-docs',
    );
    expect(screen.getByText('To call')).toBeVisible();
  });
});
