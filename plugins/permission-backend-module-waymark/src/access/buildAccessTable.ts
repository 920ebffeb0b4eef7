import { toPathTemplate, type Contract } from '@waymark/contract-common';
import type { RoleName } from '@waymark/roles-common';
import { decide } from '../domain/decide';
import { EVERYONE, type Roles } from '../domain/roles';

/** One endpoint, and for each configured role whether it may call it. */
export interface AccessRow {
  /** Upper case. */
  method: string;
  /** `/api/<pluginId>/...` with `{parameters}`. */
  path: string;
  /** What a caller needs: the name of a permission, or headers of which one proves the sender. */
  guard: { permission: string } | { proof: readonly string[] };
  /** Empty for webhooks: roles are of no use there. */
  access: ReadonlyMap<RoleName, boolean>;
}

/**
 * The endpoints of all contracts against the configured roles, in the order of
 * the contracts.
 *
 * It decides as the policy does, so what it says cannot differ from what
 * happens. It looks at one role at a time, beside those that everyone has;
 * a person may have several.
 */
export function buildAccessTable(
  contracts: readonly Contract[],
  roles: Roles,
): AccessRow[] {
  const everyone = roles.filter(({ members }) => members.has(EVERYONE));
  return contracts.flatMap(({ pluginId, endpoints, webhooks = {} }) => [
    ...Object.values(endpoints).map(({ method, path, permission }) => ({
      method: method.toUpperCase(),
      path: `/api/${pluginId}${toPathTemplate(path)}`,
      guard: { permission: permission.name },
      access: new Map(
        roles.map(role => [
          role.name,
          decide(permission.name, [role, ...everyone]) === 'allow',
        ]),
      ),
    })),
    ...Object.values(webhooks).map(({ path, proof }) => ({
      method: 'POST',
      path: `/api/${pluginId}${toPathTemplate(path)}`,
      guard: { proof },
      access: new Map<RoleName, boolean>(),
    })),
  ]);
}
