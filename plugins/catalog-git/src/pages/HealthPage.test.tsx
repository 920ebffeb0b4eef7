import { renderInTestApp } from '@backstage/frontend-test-utils';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogGitApiRef } from '../api/catalogGitApi';
import { healthRouteRef, sourceRouteRef } from '../routes';
import {
  exampleProblem,
  exampleRepository,
  exampleSummary,
} from '../testUtils/examples';
import { FakeCatalogGitApi, refusal } from '../testUtils/FakeCatalogGitApi';
import { HealthPage } from './HealthPage';

function renderPage(api: FakeCatalogGitApi) {
  const toasts: unknown[] = [];
  renderInTestApp(<HealthPage />, {
    apis: [
      [catalogGitApiRef, api],
      [
        toastApiRef,
        {
          post: toast => {
            toasts.push(toast);
            return { close: () => {} };
          },
          toast$: () => ({ subscribe: () => ({ unsubscribe: () => {} }) }),
        } as typeof toastApiRef.T,
      ],
    ],
    config: { waymark: { timezone: 'Europe/Berlin' } },
    mountedRoutes: { '/git/health': healthRouteRef, '/git': sourceRouteRef },
  });
  return { toasts };
}

const filled = () =>
  new FakeCatalogGitApi({
    summary: exampleSummary,
    problems: [exampleProblem],
    repositories: [exampleRepository],
  });

describe('HealthPage', () => {
  it('shows the figures, the problems and the repositories', async () => {
    renderPage(filled());

    const problems = await screen.findByRole('region', { name: 'Problems' });
    const link = await within(problems).findByRole('link', {
      name: 'catalog-info.yaml:14',
    });
    expect(link).toHaveAttribute(
      'href',
      '/git/acme/orders/blob/main/catalog-info.yaml#L14',
    );
    expect(problems).toHaveTextContent('spec.lifecycle is missing.');
    expect(problems).toHaveTextContent('Add spec.lifecycle.');
    // 09:12 UTC, shown in the time zone of the portal.
    expect(problems).toHaveTextContent('1 Mar 2026, 10:12');
    expect(problems).toHaveTextContent('Since (Europe/Berlin)');

    const repositories = screen.getByRole('region', { name: 'Repositories' });
    expect(
      await within(repositories).findByRole('link', { name: 'acme/orders' }),
    ).toHaveAttribute('href', '/git/acme/orders/tree/main');
    expect(repositories).toHaveTextContent('3f2a9c1d');
    expect(
      screen.getByText('2 ok, 1 with problems, 1 unreachable, 0 waiting'),
    ).toBeInTheDocument();
  });

  it('says what it is loading', async () => {
    const api = filled();
    api.hang();
    renderPage(api);

    expect(
      await screen.findByRole('status', { name: 'Loading: Problems' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Scan all' })).toBeDisabled();
  });

  it('says so when there is nothing', async () => {
    renderPage(new FakeCatalogGitApi());

    expect(await screen.findByText('No problems')).toBeInTheDocument();
    expect(await screen.findByText('No repositories')).toBeInTheDocument();
  });

  it('says what went wrong, and recovers on request', async () => {
    const api = filled();
    api.failWith(await refusal(409, 'The database is being upgraded'));
    renderPage(api);

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The database is being upgraded');

    api.failWith(undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'catalog-info.yaml:14' }),
    ).toBeInTheDocument();
  });

  it('names the missing permission to those who may not see it', async () => {
    const api = filled();
    api.failWith(
      await refusal(403, "Missing permission 'catalogGit.health.read'"),
    );
    renderPage(api);

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You may not see this');
    expect(alert).toHaveTextContent('catalogGit.health.read');
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  it('scans every provider, or one repository', async () => {
    const api = filled();
    const { toasts } = renderPage(api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Scan acme/orders now' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Scan all' }));

    expect(api.refreshed).toEqual([
      { repository: 'acme/orders', provider: 'example' },
      { provider: 'example' },
      { provider: 'portal' },
    ]);
    expect(toasts).toEqual([
      expect.objectContaining({
        title: 'Scan scheduled',
        description: '1 repository is read again.',
      }),
      expect.objectContaining({
        description: '2 repositories are read again.',
      }),
    ]);
  });

  it('tells why a scan could not be started', async () => {
    const api = filled();
    const { toasts } = renderPage(api);
    const scan = await screen.findByRole('button', {
      name: 'Scan acme/orders now',
    });
    api.failWith(await refusal(429, 'At most 600 requests a minute'));

    await userEvent.click(scan);

    expect(toasts).toEqual([
      expect.objectContaining({
        status: 'danger',
        description: 'At most 600 requests a minute',
      }),
    ]);
  });
});
