import type { RoleName } from '@waymark/roles-common';
import type { Grant } from './grant';

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
