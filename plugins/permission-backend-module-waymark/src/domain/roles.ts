import type { Grant } from './grant';

/** All roles there are; configuration binds them, it does not invent others. */
export const roleNames = [
  'developer',
  'team-lead',
  'platform-coach',
  'platform-pm',
  'platform-engineer',
  'admin',
] as const;

export type RoleName = (typeof roleNames)[number];

/** A member of a role who is not named: every signed-in person. */
export const EVERYONE = '*';

/** A role as it is written in configuration. */
export interface RoleDefinition {
  /** Lower-case entity references, or `*`. */
  members: readonly string[];
  inherits: readonly RoleName[];
  permissions: readonly string[];
}

/** A role with all it inherits. */
export interface Role {
  name: RoleName;
  members: ReadonlySet<string>;
  grants: readonly Grant[];
}

/** Configured roles, in the order of `roleNames`. */
export type Roles = readonly Role[];
