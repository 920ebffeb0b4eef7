import type { Scope } from '../../reads/Scope';

export interface Condition {
  sql: string;
  bindings: (string | number | boolean | null | Date | readonly string[])[];
}

/** Rows of a scope, by the columns that hold service and owner at the time. */
export function scopeCondition(
  scope: Scope,
  columns: { service: string; owner: string },
): Condition {
  switch (scope.kind) {
    case 'organisation':
      return { sql: 'true', bindings: [] };
    case 'services':
      return {
        sql: `${columns.service} = ANY(?::text[])`,
        bindings: [scope.services],
      };
    case 'owners':
      return {
        sql: `${columns.owner} = ANY(?::text[])`,
        bindings: [scope.owners],
      };
    default:
      throw new Error(`There is no scope '${scope satisfies never}'`);
  }
}

/** All of several conditions. */
export function allOf(
  conditions: readonly (Condition | undefined)[],
): Condition {
  const given = conditions.filter(condition => condition !== undefined);
  return {
    sql: given.map(({ sql }) => `(${sql})`).join(' AND ') || 'true',
    bindings: given.flatMap(({ bindings }) => bindings),
  };
}

/** A condition that holds only where a filter is set. */
export function when<T extends string | number | boolean | Date>(
  value: T | undefined,
  sql: string,
): Condition | undefined {
  return value === undefined ? undefined : { sql, bindings: [value] };
}
