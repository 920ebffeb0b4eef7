import type { UserInfoService } from '@backstage/backend-plugin-api';
import type { ContractHandlers } from '@waymark/contract-node';
import type { rolesContract } from '@waymark/roles-common';
import { rolesOf } from '../domain/decide';
import type { Roles } from '../domain/roles';

/** Answers with the roles by which the policy decides about the same person. */
export function createRolesHandlers(options: {
  roles: Roles;
  userInfo: UserInfoService;
}): ContractHandlers<typeof rolesContract> {
  const { roles, userInfo } = options;
  return {
    getMyRoles: async ({ credentials }) => {
      if (credentials.principal.type !== 'user') {
        return { roles: [] };
      }
      const person = await userInfo.getUserInfo(credentials);
      return { roles: rolesOf(person, roles).map(({ name }) => name) };
    },
  };
}
