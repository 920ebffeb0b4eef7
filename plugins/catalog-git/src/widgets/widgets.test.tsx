import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor } from '@testing-library/react';
import { catalogGitApiRef } from '../api/catalogGitApi';
import { IngestionWarning } from '../components/entity/IngestionWarning';
import { healthRouteRef } from '../routes';
import { exampleProblem, exampleSummary } from '../testUtils/examples';
import { FakeCatalogGitApi } from '../testUtils/FakeCatalogGitApi';
import { IngestionSummary } from './IngestionSummary';
import { OwnProblems } from './OwnProblems';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
};

const render = (element: JSX.Element, api: FakeCatalogGitApi) =>
  renderInTestApp(element, {
    apis: [[catalogGitApiRef, api]],
    mountedRoutes: { '/git/health': healthRouteRef },
  });

describe('OwnProblems', () => {
  it('leads to the line of each file, with what is wrong and what to do', async () => {
    render(
      <OwnProblems />,
      new FakeCatalogGitApi({ ownProblems: [exampleProblem] }),
    );
    expect(
      await screen.findByRole('link', {
        name: 'acme/orders catalog-info.yaml:14',
      }),
    ).toHaveAttribute(
      'href',
      '/git/acme/orders/blob/main/catalog-info.yaml#L14',
    );
    expect(screen.getByText(/spec.lifecycle is missing/)).toBeInTheDocument();
    expect(screen.getByText(/Add spec.lifecycle/)).toBeInTheDocument();
  });

  it('says that there is nothing to correct', async () => {
    render(<OwnProblems />, new FakeCatalogGitApi());
    expect(await screen.findByText('Nothing to correct')).toBeInTheDocument();
  });
});

describe('IngestionSummary', () => {
  it('counts what needs attention and leads to it', async () => {
    render(
      <IngestionSummary />,
      new FakeCatalogGitApi({ summary: exampleSummary }),
    );
    expect(
      await screen.findByText('2 of 4 repositories are fine'),
    ).toBeInTheDocument();
    // One repository may have several problems: both numbers say what they count.
    for (const link of screen.getAllByRole('link', { name: '1 repository' })) {
      expect(link).toBeInTheDocument();
    }
    expect(screen.getByText(/, 1 problem in all/)).toBeInTheDocument();
    const hrefs = screen
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    expect(hrefs).toEqual([
      '/git/health?status=unreachable',
      '/git/health?status=failing',
      '/git/health',
    ]);
  });

  it('says that there is nothing yet', async () => {
    render(<IngestionSummary />, new FakeCatalogGitApi());
    expect(
      await screen.findByText('No Git repository has been found yet.'),
    ).toBeInTheDocument();
  });
});

describe('IngestionWarning', () => {
  const warning = (api: FakeCatalogGitApi) =>
    render(
      <EntityProvider entity={entity}>
        <IngestionWarning />
      </EntityProvider>,
      api,
    );

  it('says which version is shown, why, and where to mend it', async () => {
    warning(new FakeCatalogGitApi({ entityProblems: [exampleProblem] }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('An older version of this entity is shown');
    expect(alert).toHaveTextContent('spec.lifecycle is missing.');
    expect(alert).toHaveTextContent('aa11bb22, since 1 Mar 2026, 09:12 (UTC)');
    expect(
      screen.getByRole('link', {
        name: 'Open acme/orders catalog-info.yaml:14',
      }),
    ).toBeInTheDocument();
  });

  it('is not there for an entity that is up to date', async () => {
    const api = new FakeCatalogGitApi();
    const asked = jest.spyOn(api, 'listEntityProblems');
    warning(api);
    await waitFor(() =>
      expect(asked).toHaveBeenCalledWith(
        { query: { entityRef: 'component:default/orders' } },
        expect.anything(),
      ),
    );
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
