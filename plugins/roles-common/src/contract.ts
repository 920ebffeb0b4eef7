import { defineContract, defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import { roleReadPermission } from './permissions';
import { roleNames } from './roleNames';

/** What the permission plugin answers about roles. */
export const rolesContract = defineContract({
  pluginId: 'permission',
  title: 'Roles of the signed-in person',
  version: '1.0.0',
  endpoints: {
    getMyRoles: defineEndpoint({
      method: 'get',
      path: '/roles/mine',
      summary: 'The roles of whoever asks, the most general first',
      permission: roleReadPermission,
      response: z.object({
        /** Empty for a service: roles are for people. */
        roles: z.array(z.enum(roleNames)),
      }),
    }),
  },
});
