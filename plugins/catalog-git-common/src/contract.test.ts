import { assertContract, toOpenApi } from '@waymark/contract-common';
import { catalogGitContract } from './contract';
import { catalogGitPermissions } from './permissions';

describe('catalogGitContract', () => {
  it('can be served and described', () => {
    expect(() => assertContract(catalogGitContract)).not.toThrow();
    expect(toOpenApi(catalogGitContract)).toMatchObject({
      info: { title: 'Catalog entities from Git' },
    });
  });

  it('asks for a listed permission at every endpoint', () => {
    for (const endpoint of Object.values(catalogGitContract.endpoints)) {
      expect(catalogGitPermissions).toContain(endpoint.permission);
    }
  });

  it('refuses a repository that is not <owner>/<repo>', () => {
    const { body } = catalogGitContract.endpoints.refresh;
    expect(body?.safeParse({ repository: 'acme/orders' }).success).toBe(true);
    expect(body?.safeParse({ repository: '../../etc' }).success).toBe(false);
  });
});
