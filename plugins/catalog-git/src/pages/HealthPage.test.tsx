import { renderInTestApp } from '@backstage/frontend-test-utils';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { catalogGitApiRef } from '../api/catalogGitApi';
import { healthRouteRef, sourceRouteRef } from '../routes';
import {
  exampleProblem,
  exampleRepository,
  exampleSummary,
} from '../testUtils/examples';
import { FakeCatalogGitApi, refusal } from '../testUtils/FakeCatalogGitApi';
import { HealthPage } from './HealthPage';

function renderPage(api: FakeCatalogGitApi, address = '/git/health') {
  const toasts: unknown[] = [];
  renderInTestApp(
    <>
      <Routes>
        <Route path="/git/health/*" element={<HealthPage />} />
      </Routes>
      <Address />
    </>,
    {
      initialRouteEntries: [address],
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
      mountedRoutes: {
        '/git/health': healthRouteRef,
        '/git': sourceRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return { toasts };
}

/** What the browser's address bar would show. */
function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}`}</output>;
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
    ).toHaveAttribute('href', '/git/health/acme/orders?provider=example');
    expect(repositories).toHaveTextContent('3f2a9c1d');
    expect(
      screen.getByText(
        '2 ok, 1 with problems, 1 unreachable, 0 refused, 0 waiting',
      ),
    ).toBeInTheDocument();
  });

  it('speaks of the last scans of all sources, not of the smallest that came last', async () => {
    const [{ lastScan }] = exampleSummary.providers;
    renderPage(
      new FakeCatalogGitApi({
        summary: {
          ...exampleSummary,
          providers: [
            { id: 'example', lastScan },
            {
              id: 'portal',
              lastScan: lastScan && {
                ...lastScan,
                startedAt: '2026-03-02T07:50:00Z',
                total: 1,
                changed: 0,
                unchanged: 1,
                failed: 0,
              },
            },
          ],
        },
      }),
    );
    expect(
      await screen.findByText(
        '1 changed, 3 unchanged, 1 failed, over 2 sources',
      ),
    ).toBeInTheDocument();
    // 07:50 UTC.
    expect(screen.getByText('2 Mar 2026, 08:50')).toBeInTheDocument();
  });

  it('bounds a search, whether typed or in the address', async () => {
    const api = filled();
    const listed = jest.spyOn(api, 'listProblems');
    renderPage(api, `/git/health?text=%00${'a'.repeat(250)}`);

    const field = await screen.findByRole('searchbox');
    expect(field).toHaveValue('a'.repeat(200));
    expect(field).toHaveAttribute('maxlength', '200');
    await waitFor(() =>
      expect(listed).toHaveBeenLastCalledWith(
        expect.objectContaining({
          query: expect.objectContaining({ text: 'a'.repeat(200) }),
        }),
        expect.anything(),
      ),
    );
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

  it('keeps its filters in the address, and takes them from it', async () => {
    renderPage(filled(), '/git/health?code=symlink&status=unauthorized');

    expect(await screen.findByText('No problem of this kind.')).toBeVisible();
    expect(await screen.findByText('No repository matches.')).toBeVisible();

    await userEvent.type(
      screen.getByRole('searchbox', {
        name: 'Repository, file or reason contains',
      }),
      'lifecycle',
    );
    await waitFor(() =>
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        '/git/health?code=symlink&status=unauthorized&text=lifecycle',
      ),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      /^\/git\/health$/,
    );
    expect(
      await screen.findByRole('link', { name: 'catalog-info.yaml:14' }),
    ).toBeInTheDocument();
  });

  it('retries all that fails, and one file', async () => {
    const api = filled();
    renderPage(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Retry failing' }),
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Retry acme/orders catalog-info.yaml:14',
      }),
    );
    expect(api.refreshed).toEqual([
      { failing: true },
      { repository: 'acme/orders', provider: 'example' },
    ]);
  });

  it('shows how far a scan is, and says when one was interrupted', async () => {
    const [first] = exampleSummary.providers;
    const scan = { ...first.lastScan!, finishedAt: null, durationMs: null };
    renderPage(
      new FakeCatalogGitApi({
        summary: {
          ...exampleSummary,
          providers: [
            {
              id: 'example',
              lastScan: { ...scan, state: 'running', total: 40 },
            },
            { id: 'portal', lastScan: { ...scan, state: 'interrupted' } },
          ],
        },
      }),
    );
    const bar = await screen.findByRole('progressbar', {
      name: 'example is being scanned',
    });
    expect(bar).toHaveAttribute('value', '4');
    expect(bar).toHaveAttribute('max', '40');
    expect(
      screen.getByText('4 of 40 repositories, 1 failed'),
    ).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The scan of portal was interrupted',
    );
  });

  it('saves what the filters select as CSV', async () => {
    const saved: string[] = [];
    const createObjectURL = jest.fn((blob: Blob) => {
      blob.text().then(text => saved.push(text));
      return 'blob:x';
    });
    Object.assign(URL, { createObjectURL, revokeObjectURL: () => {} });
    renderPage(filled());
    const button = await screen.findByRole('button', { name: 'Export CSV' });
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.click(button);
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].split('\r\n')).toHaveLength(3);
    expect(saved[0]).toContain(
      '"acme/orders","catalog-info.yaml","14","schema"',
    );
  });

  it('shows one repository with its problems, past and present, and last scans', async () => {
    const api = new FakeCatalogGitApi({
      problems: [exampleProblem],
      repositories: [
        {
          ...exampleRepository,
          status: 'unauthorized',
          failures: 3,
          retryAt: '2026-03-02T08:00:00Z',
        },
      ],
      pastProblems: [
        {
          path: 'catalog-info.yaml',
          line: 2,
          entityRef: null,
          code: 'yaml-syntax',
          reason: 'A bracket is missing',
          since: '2026-02-01T09:00:00Z',
          resolvedAt: '2026-02-01T11:00:00Z',
        },
      ],
      scans: [
        {
          finishedAt: '2026-03-02T07:40:12Z',
          durationMs: 1_240,
          trigger: 'schedule',
          outcome: 'failed',
          commit: null,
          changes: 0,
          problems: 1,
          reason: 'Authentication failed',
        },
      ],
    });
    renderPage(api, '/git/health/acme/orders?provider=example');
    const facts = await screen.findByLabelText('Facts');
    expect(facts).toHaveTextContent('access refused');
    expect(facts).toHaveTextContent(
      '2 Mar 2026, 09:00; 3 attempts in a row failed',
    );
    expect(
      screen.getByRole('region', { name: 'Problems that are over' }),
    ).toHaveTextContent('A bracket is missing');
    const scans = screen.getByRole('region', { name: 'Last scans' });
    expect(scans).toHaveTextContent('Authentication failed');
    expect(scans).toHaveTextContent('1.2 s');

    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(api.refreshed).toEqual([
      { repository: 'acme/orders', provider: 'example' },
    ]);
  });

  it('says so when there is no such repository', async () => {
    renderPage(filled(), '/git/health/acme/gone');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no known repository acme/gone',
    );
  });
});
