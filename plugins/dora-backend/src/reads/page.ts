/**
 * A page of what was asked for with one row more than wanted: that there is one
 * more tells that there is a next page.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  options: {
    limit: number;
    toItem: (row: Row) => Item;
    cursorOf: (row: Row) => string;
  },
): { items: Item[]; nextCursor: string | null } {
  const { limit, toItem, cursorOf } = options;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last ? cursorOf(last) : null,
  };
}
