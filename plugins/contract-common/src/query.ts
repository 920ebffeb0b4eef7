/**
 * The query string of an object, `?` included, or nothing.
 *
 * Arrays repeat their key, dates become ISO instants, and `undefined` and
 * `null` are left out, so that an optional filter can be passed as it is.
 */
export function toQueryString(
  query: Readonly<Record<string, unknown>>,
): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) {
        search.append(
          key,
          item instanceof Date ? item.toISOString() : String(item),
        );
      }
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
