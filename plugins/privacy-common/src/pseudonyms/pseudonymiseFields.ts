import type { Pseudonymise } from './createPseudonymiser';

type Json = unknown;

/**
 * A copy of a JSON value in which the texts at the given paths are pseudonyms.
 *
 * Paths are keys joined by dots, `[]` after a key for every item of a list and
 * `*` for every key: `sender.login`, `commits[].author.email`. What a path does
 * not find is left alone; parts without a name are shared, not copied.
 */
export function pseudonymiseFields(
  value: Json,
  paths: readonly string[],
  pseudonymise: Pseudonymise,
): Json {
  return paths.reduce<Json>(
    (current, path) => replaceAt(current, segmentsOf(path), 0, pseudonymise),
    value,
  );
}

/** Paths are few, and asked for with every event. */
const segments = new Map<string, string[]>();

function segmentsOf(path: string): string[] {
  let found = segments.get(path);
  if (!found) {
    found = path
      .replace(/\[\]/g, '.[]')
      .split('.')
      .filter(segment => segment !== '');
    segments.set(path, found);
  }
  return found;
}

function replaceAt(
  value: Json,
  path: readonly string[],
  at: number,
  pseudonymise: Pseudonymise,
): Json {
  if (at === path.length) {
    return typeof value === 'string' && value !== ''
      ? pseudonymise(value)
      : value;
  }
  const segment = path[at];
  const replace = (item: Json) => replaceAt(item, path, at + 1, pseudonymise);
  if (segment === '[]') {
    return Array.isArray(value) ? value.map(replace) : value;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  if (segment === '*') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, replace(item)]),
    );
  }
  if (!Object.hasOwn(value, segment)) {
    return value;
  }
  const before = (value as Record<string, Json>)[segment];
  const after = replace(before);
  return after === before ? value : withValue(value, segment, after);
}

/** A copy with another value at a key; `__proto__` is a key like any other. */
function withValue(value: object, key: string, item: Json): Json {
  return Object.fromEntries(
    Object.entries(value).map(entry =>
      entry[0] === key ? [key, item] : entry,
    ),
  );
}
