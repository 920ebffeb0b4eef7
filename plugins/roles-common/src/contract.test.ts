import { assertContract } from '@waymark/contract-common';
import { rolesContract } from './contract';
import { rolesPermissions } from './permissions';

describe('rolesContract', () => {
  it('can be served', () => {
    expect(() => assertContract(rolesContract)).not.toThrow();
  });

  it('asks for a listed permission at every endpoint', () => {
    for (const endpoint of Object.values(rolesContract.endpoints)) {
      expect(rolesPermissions).toContain(endpoint.permission);
    }
  });

  it('knows no role beyond those with a name', () => {
    const { response } = rolesContract.endpoints.getMyRoles;
    expect(response.safeParse({ roles: ['team-lead'] }).success).toBe(true);
    expect(response.safeParse({ roles: ['owner'] }).success).toBe(false);
  });
});
