import type { RoleName } from '@waymark/roles-common';
import {
  EMPTY_ARRANGEMENT,
  idsOf,
  type Arrangement,
  type PlacedWidget,
} from './arrangement';

export type RoleDefaults = ReadonlyMap<RoleName, Arrangement>;

/**
 * The arrangement of a person with these roles, ordered from the general to the
 * specific: each role sets its widgets before those of the roles before it, so
 * what only a few have comes first. A widget that several roles place stands
 * where the most specific of them wants it.
 */
export function mergeDefaults(
  roles: readonly RoleName[],
  defaults: RoleDefaults,
): Arrangement {
  return roles.reduce((merged, role) => {
    const own = defaults.get(role) ?? EMPTY_ARRANGEMENT;
    const placed = new Set(idsOf(own));
    const others = (widgets: readonly PlacedWidget[]) =>
      widgets.filter(({ id }) => !placed.has(id));
    return {
      main: [...own.main, ...others(merged.main)],
      side: [...own.side, ...others(merged.side)],
    };
  }, EMPTY_ARRANGEMENT);
}
