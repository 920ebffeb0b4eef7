/**
 * The roles of the portal.
 *
 * @packageDocumentation
 */
export { rolesContract } from './contract';
export { roleReadPermission, rolesPermissions } from './permissions';
export { roleNames, type RoleName } from './roleNames';
