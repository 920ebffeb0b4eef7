import type { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { decide, rolesOf, type Person } from './domain/decide';
import type { Roles } from './domain/roles';
import { ownCondition } from './ownConditions';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Decides by the roles of the person who asks, and denies the rest.
 *
 * The groups of a person come from the user info service, which keeps them for
 * a few seconds, so a second cache here would only make changes arrive later.
 */
export class RolePolicy implements PermissionPolicy {
  readonly #roles: Roles;
  readonly #userInfo: UserInfoService;

  constructor(options: { roles: Roles; userInfo: UserInfoService }) {
    this.#roles = options.roles;
    this.#userInfo = options.userInfo;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const person = await this.#userInfo.getUserInfo(user.credentials);
    switch (decide(permission.name, rolesOf(person, this.#roles))) {
      case 'allow':
        return ALLOW;
      case 'own':
        return decideOwn(permission, person);
      default:
        return DENY;
    }
  }
}

/** Where nothing tells own from others', `:own` gives nothing. */
function decideOwn(permission: Permission, person: Person): PolicyDecision {
  return isResourcePermission(permission)
    ? ownCondition(permission.resourceType, person) ?? DENY
    : DENY;
}
