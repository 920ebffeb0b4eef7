import {
  TestApiProvider,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { doraApiRef } from '../api/doraApi';
import { rootRouteRef } from '../routes';
import { FakeDoraApi } from '../testUtils/FakeDoraApi';
import { exampleDeployment } from '../testUtils/examples';
import { DeliveryPage } from './DeliveryPage';

const WINDOW = 'from=2026-03-02&to=2026-03-16';

async function open(address: string, api = new FakeDoraApi()) {
  renderInTestApp(
    <TestApiProvider
      apis={[
        [doraApiRef, api],
        [catalogApiRef, catalogApiMock()],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <DeliveryPage />
    </TestApiProvider>,
    {
      initialRouteEntries: [address],
      mountPath: '/dora/*',
      mountedRoutes: {
        '/dora': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return api;
}

describe('DeliveryPage', () => {
  it('shows the five metrics, and each leads to its list with scope and window', async () => {
    await open(`/dora?scope=group:default/checkout&${WINDOW}`);

    const card = await screen.findByRole('region', {
      name: 'Lead time for changes',
    });
    await waitFor(() => expect(card).toHaveTextContent('5 days'));
    expect(card).toHaveTextContent('n = 11');
    const address = new URL(
      within(card).getByRole('link').getAttribute('href') ?? '',
      'http://localhost',
    );
    expect(address.pathname).toBe('/dora/changes');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      scope: 'group:default/checkout',
      from: '2026-03-02',
      to: '2026-03-16',
      sort: 'lead',
    });
    for (const name of [
      'Deployment frequency',
      'Change fail rate',
      'Failed deployment recovery time',
      'Deployment rework rate',
    ]) {
      expect(screen.getByRole('region', { name })).toBeInTheDocument();
    }
  });

  it('asks for the window and the scope of the address', async () => {
    const api = await open(`/dora?scope=group:default/checkout&${WINDOW}`);

    await waitFor(() =>
      expect(api.calls).toContainEqual({
        name: 'getMetrics',
        input: {
          query: {
            scope: 'group:default/checkout',
            ownership: 'then',
            from: '2026-03-02',
            to: '2026-03-16',
            interval: 'week',
          },
        },
      }),
    );
  });

  it('narrows deployments to those that failed, and says when there are none', async () => {
    const api = await open(`/dora/deployments?${WINDOW}`);
    expect(await screen.findByRole('link', { name: 'v1.4.0' })).toHaveAttribute(
      'href',
      expect.stringContaining('/deployments/dep-1'),
    );

    await userEvent.click(screen.getByRole('button', { name: /All Show/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Failed' }),
    );

    expect(await screen.findByText('Nothing in this window')).toBeVisible();
    expect(api.lastCall('listDeployments')).toMatchObject({
      query: { failed: 'true' },
    });
  });

  it('leads from the slowest changes to one change and the event that said so', async () => {
    await open(`/dora/changes?${WINDOW}&sort=pickup`);
    const link = await screen.findByRole('link', {
      name: 'Reserve stock before payment',
    });
    expect(
      screen.getByRole('img', { name: /waiting for review 3 days/ }),
    ).toBeInTheDocument();

    await userEvent.click(link);

    expect(await screen.findByText('First review')).toBeInTheDocument();
    expect(screen.getByText('aaaaaaaa, bbbbbbbb')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /deployment_status from github/ }),
    );
    expect(screen.getByLabelText('Content')).toHaveTextContent(
      '"state": "success"',
    );
  });

  it('lets a person say what caused an incident, with a reason', async () => {
    const api = await open(`/dora/incidents/inc-1?${WINDOW}`);
    await userEvent.click(
      await screen.findByRole('button', {
        name: /Deployments around its start/,
      }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /v1.4.0/ }),
    );
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/Why/), 'Seen in the trace');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(api.lastCall('setIncidentCause')).toEqual({
        params: { id: 'inc-1' },
        body: {
          deploymentId: exampleDeployment.id,
          reason: 'Seen in the trace',
        },
      }),
    );
    expect(await screen.findByText(/decided by hand/)).toBeInTheDocument();
  });

  it('maps an unknown environment with one click', async () => {
    const api = await open('/dora/data');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Map live-eu to production' }),
    );

    await waitFor(() =>
      expect(api.lastCall('putMapping')).toEqual({
        body: {
          kind: 'environment',
          source: 'github',
          name: 'live-eu',
          tier: 'production',
        },
      }),
    );
    expect(await screen.findByText('Everything is mapped')).toBeInTheDocument();
  });

  it('says what went wrong, and tries again', async () => {
    const api = new FakeDoraApi();
    api.failure = new Error('The line is down');
    await open(`/dora/deployments?${WINDOW}`, api);
    const alert = await screen.findByRole('alert', {}, { timeout: 5_000 });
    expect(alert).toHaveTextContent('The line is down');

    api.failure = undefined;
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByRole('link', { name: 'v1.4.0' })).toBeVisible();
  });
});
