import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import homePlugin from '@backstage/plugin-home/alpha';
import { screen } from '@testing-library/react';
import { rolesApi, runsApi } from './apis';
import { layout } from './module';
import { dailyWidgets } from './widgets/dailyWidgets';
import { teamWidgets } from './widgets/teamWidgets';

const SLOW = { timeout: 20_000 };

// Without the widgets that depend on a permission: the test app knows none.
const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout, rolesApi, runsApi, ...dailyWidgets, ...teamWidgets],
});

describe('the home page', () => {
  it('asks the backend for roles and shows the widgets that they have', async () => {
    const asked: string[] = [];
    const fetchApi = mockApis.fetch({
      baseImplementation: async input => {
        asked.push(new URL(String(input)).pathname);
        return Response.json({ roles: ['developer', 'team-lead'] });
      },
    });
    renderTestApp({
      features: [homePlugin, homeModule],
      initialRouteEntries: ['/home'],
      config: {
        app: {
          baseUrl: 'http://localhost',
          extensions: [
            {
              'home-page-widget:home/quick-links': {
                config: { links: [{ label: 'Start here', url: '/create' }] },
              },
            },
          ],
        },
        waymark: {
          home: {
            defaults: {
              developer: { side: ['home/quick-links'] },
              'team-lead': { main: ['home/my-team'] },
            },
          },
        },
      },
      apis: [
        fetchApi,
        mockApis.discovery(),
        mockApis.storage(),
        mockApis.identity({ userEntityRef: 'user:default/ada' }),
        [catalogApiRef, catalogApiMock()],
      ],
    });

    expect(
      await screen.findByText('You are on no team', {}, SLOW),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Start here' }, SLOW),
    ).toHaveAttribute('href', '/create');
    expect(asked).toEqual(['/api/permission/roles/mine']);
  });
});
