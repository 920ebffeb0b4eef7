import { createPermission } from '@backstage/plugin-permission-common';

/** Learn which roles one has oneself; says nothing about others. */
export const roleReadPermission = createPermission({
  name: 'permission.role.read',
  attributes: { action: 'read' },
});

export const rolesPermissions = [roleReadPermission];
