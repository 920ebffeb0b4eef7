import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { catalogGitPlugin } from './plugin';
import { exampleFolder } from './testUtils/examples';

/** Answers as the backend would, to whoever asks by way of `fetchApi`. */
function backend(respond: (address: URL) => unknown) {
  return mockApis.fetch({
    baseImplementation: async input =>
      Response.json(respond(new URL(String(input)))),
  });
}

/** The plugin as someone has it who may not read the health of ingestion. */
function open(address: string, fetchApi: ReturnType<typeof backend>) {
  renderTestApp({
    extensions: [
      catalogGitPlugin.getExtension('api:catalog-git'),
      catalogGitPlugin.getExtension('page:catalog-git/source'),
    ],
    initialRouteEntries: [address],
    apis: [fetchApi, mockApis.discovery(), [catalogApiRef, catalogApiMock()]],
  });
}

describe('catalogGitPlugin', () => {
  it('shows a folder of a repository, read from the backend', async () => {
    const asked: string[] = [];
    open(
      '/git/acme/orders/tree/main',
      backend(address => {
        asked.push(address.pathname);
        return exampleFolder;
      }),
    );

    expect(
      await screen.findByRole(
        'table',
        { name: 'Folder acme/orders' },
        // The first to load the parts of the page.
        { timeout: 20_000 },
      ),
    ).toBeInTheDocument();
    expect(asked[0]).toBe('/api/catalog-git/repositories/acme/orders/source');
  }, 30_000);

  it.each(['/git', '/git/health'])(
    'has no page at %s without the right to read health',
    async address => {
      open(
        address,
        backend(() => ({})),
      );

      expect(await screen.findByText(/page not found/i)).toBeInTheDocument();
    },
  );
});
