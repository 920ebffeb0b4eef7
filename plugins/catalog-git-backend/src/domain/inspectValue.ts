const MAX_DEPTH = 64;
/** Half of a character outside the basic plane; Postgres stores no such text. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Why a parsed value cannot be stored as JSON within bounds, or undefined.
 * Size is counted with every alias expanded, and counting stops at the bound.
 */
export function inspectValue(
  value: unknown,
  maxCharacters: number,
): string | undefined {
  let left = maxCharacters;

  const inspect = (item: unknown, depth: number): string | undefined => {
    left -= 4;
    if (left < 0) {
      return `is larger than ${maxCharacters} characters once its aliases are expanded`;
    }
    if (depth > MAX_DEPTH) {
      return `is nested more than ${MAX_DEPTH} levels deep`;
    }
    if (typeof item === 'string') {
      left -= item.length;
      return item.includes('\0') || LONE_SURROGATE.test(item)
        ? 'has a string with characters that are not valid text'
        : undefined;
    }
    if (typeof item === 'number') {
      return Number.isFinite(item) ? undefined : 'has a number that JSON lacks';
    }
    if (item === null || typeof item === 'boolean') {
      return undefined;
    }
    if (Array.isArray(item)) {
      return firstReason(item, child => inspect(child, depth + 1));
    }
    if (isPlainObject(item)) {
      return firstReason(
        Object.entries(item),
        ([key, child]) => inspect(key, depth) ?? inspect(child, depth + 1),
      );
    }
    return 'has a value that JSON lacks, such as a date or binary data';
  };

  return inspect(value, 0);
}

function firstReason<T>(
  items: T[],
  check: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const reason = check(item);
    if (reason) {
      return reason;
    }
  }
  return undefined;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype
  );
}
