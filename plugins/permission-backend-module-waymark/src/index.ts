/**
 * The permission policy: roles from configuration, bound to groups.
 *
 * @packageDocumentation
 */
export { buildAccessTable, type AccessRow } from './access/buildAccessTable';
export { renderAccessTable } from './access/renderAccessTable';
export type { Role, Roles } from './domain/roles';
export type { Grant } from './domain/grant';
export { permissionModuleWaymark as default } from './module';
export { readRoles } from './readRoles';
