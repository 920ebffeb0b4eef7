const TEXT_PLACEHOLDERS = ['$text', '$openapi', '$asyncapi'];
const DATA_PLACEHOLDERS = ['$json', '$yaml'];

/**
 * The catalog replaces `{ $text: ./file }` and its kin before it checks a kind.
 * This gives a copy with a stand-in text, and tells whether a placeholder
 * remains whose result could be anything.
 */
export function withoutPlaceholders<T>(value: T): {
  copy: T;
  unknown: boolean;
} {
  let unknown = false;
  const replace = (item: unknown): unknown => {
    if (Array.isArray(item)) {
      return item.map(replace);
    }
    if (typeof item !== 'object' || item === null) {
      return item;
    }
    const entries = Object.entries(item);
    if (entries.length === 1 && typeof entries[0][1] === 'string') {
      const [key] = entries[0];
      if (TEXT_PLACEHOLDERS.includes(key)) {
        return 'placeholder';
      }
      unknown ||= DATA_PLACEHOLDERS.includes(key);
    }
    return Object.fromEntries(entries.map(([k, v]) => [k, replace(v)]));
  };
  const copy = replace(value) as T;
  return { copy, unknown };
}
