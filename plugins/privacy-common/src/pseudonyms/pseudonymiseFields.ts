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
    (current, path) => replaceAt(current, segmentsOf(path), pseudonymise),
    value,
  );
}

function segmentsOf(path: string): string[] {
  return path
    .replace(/\[\]/g, '.[]')
    .split('.')
    .filter(segment => segment !== '');
}

function replaceAt(
  value: Json,
  segments: readonly string[],
  pseudonymise: Pseudonymise,
): Json {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    return typeof value === 'string' && value !== ''
      ? pseudonymise(value)
      : value;
  }
  if (segment === '[]') {
    return Array.isArray(value)
      ? value.map(item => replaceAt(item, rest, pseudonymise))
      : value;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  const entries = Object.entries(value);
  const isHit = (key: string) => segment === '*' || key === segment;
  return entries.some(([key]) => isHit(key))
    ? Object.fromEntries(
        entries.map(([key, item]) => [
          key,
          isHit(key) ? replaceAt(item, rest, pseudonymise) : item,
        ]),
      )
    : value;
}
