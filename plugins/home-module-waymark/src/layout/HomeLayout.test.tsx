import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { HomeLayout } from './HomeLayout';

type Widget = HomePageLayoutProps['widgets'][number];

const widget = (name: string) =>
  ({
    name,
    component: <h2>{name}</h2>,
    node: { spec: { id: name } },
  } as unknown as Widget);

describe('HomeLayout', () => {
  it('stacks widgets in their order, and sets those that are narrow aside', async () => {
    renderInTestApp(
      <HomeLayout
        widgets={[
          widget('QuickLinks'),
          widget('MyServices'),
          widget('RecentVisits'),
          widget('OfAPlugin'),
        ]}
      />,
      {
        apis: [
          [catalogApiRef, catalogApiMock()],
          mockApis.identity({ displayName: 'Ada Okafor' }),
        ],
      },
    );

    await screen.findByRole('heading', { level: 1, name: /Ada Okafor/ });
    expect(
      screen
        .getAllByRole('heading', { level: 2 })
        .map(heading => heading.textContent),
    ).toEqual(['MyServices', 'OfAPlugin', 'RecentVisits', 'QuickLinks']);
    expect(screen.getByRole('search')).toBeInTheDocument();
  });
});
