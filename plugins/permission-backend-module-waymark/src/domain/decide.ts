import { EVERYONE, type Roles } from './roles';

/** A signed-in person; references as the catalog writes them. */
export interface Person {
  userEntityRef: string;
  ownershipEntityRefs: readonly string[];
}

/** `own`: allowed for what the person owns, not for anything else. */
export type Decision = 'allow' | 'own' | 'deny';

/** The roles a person has, directly, through a group, or as everyone has. */
export function rolesOf(person: Person, roles: Roles): Roles {
  const refs = [person.userEntityRef, ...person.ownershipEntityRefs].map(ref =>
    ref.toLocaleLowerCase('en-US'),
  );
  return roles.filter(
    ({ members }) =>
      members.has(EVERYONE) || refs.some(ref => members.has(ref)),
  );
}

/** What these roles together say about a permission; the widest grant wins. */
export function decide(permissionName: string, roles: Roles): Decision {
  const grants = roles
    .flatMap(role => role.grants)
    .filter(grant => grant.matches(permissionName));
  if (grants.some(grant => !grant.own)) {
    return 'allow';
  }
  return grants.length > 0 ? 'own' : 'deny';
}
