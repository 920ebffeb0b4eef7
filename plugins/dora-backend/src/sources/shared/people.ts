import type { JsonObject, JsonValue } from '@backstage/types';

/** Of a person only these are kept, as pseudonyms, and whether it is a bot. */
const NAMES = ['login', 'username', 'name', 'email'] as const;
const KEPT = new Set<string>([...NAMES, 'type']);

/** Paths of the names in objects that describe people. */
export function namesOf(...objects: readonly string[]): string[] {
  return objects.flatMap(object => NAMES.map(name => `${object}.${name}`));
}

/**
 * A copy in which objects that describe people, wherever they are, have lost
 * their numbers, addresses and pictures.
 *
 * @param isPerson - whether an object describes one
 */
export function forgetPeople(
  value: JsonValue,
  isPerson: (object: JsonObject, key: string) => boolean,
  key = '',
): JsonValue {
  if (Array.isArray(value)) {
    return value.map(item => forgetPeople(item, isPerson, key));
  }
  if (typeof value !== 'object' || value === null) return value;
  const isOne = isPerson(value, key);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isOne || KEPT.has(name))
      .map(([name, item]) => [
        name,
        item === undefined ? item : forgetPeople(item, isPerson, name),
      ]),
  );
}
