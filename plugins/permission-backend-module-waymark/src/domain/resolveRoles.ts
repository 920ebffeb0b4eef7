import { roleNames, type RoleName } from '@waymark/roles-common';
import { parseGrant } from './grant';
import type { RoleDefinition, Roles } from './roles';

export type RoleDefinitions = Readonly<
  Partial<Record<RoleName, RoleDefinition>>
>;

/**
 * Flattens inheritance.
 *
 * @throws Error naming the configuration path, if a role inherits one that is
 * not configured, or itself.
 */
export function resolveRoles(definitions: RoleDefinitions): Roles {
  return roleNames.flatMap(name => {
    const definition = definitions[name];
    return definition
      ? [
          {
            name,
            members: new Set(definition.members),
            grants: [...new Set(collectPermissions(definitions, [name]))].map(
              parseGrant,
            ),
          },
        ]
      : [];
  });
}

/** @param trail - from the role in question down to the one to look into */
function collectPermissions(
  definitions: RoleDefinitions,
  trail: readonly RoleName[],
): string[] {
  const [name] = trail.slice(-1);
  const { permissions = [], inherits = [] } = definitions[name] ?? {};
  const inherited = inherits.flatMap((parent, index) => {
    const path = `waymark.roles.${name}.inherits[${index}]`;
    if (!definitions[parent]) {
      throw new Error(
        `Config '${path}' names the role '${parent}', which is not configured; ` +
          `add 'waymark.roles.${parent}' or remove it here`,
      );
    }
    if (trail.includes(parent)) {
      throw new Error(
        `Config '${path}' closes a cycle: ${[...trail, parent].join(' -> ')}`,
      );
    }
    return collectPermissions(definitions, [...trail, parent]);
  });
  return [...permissions, ...inherited];
}
