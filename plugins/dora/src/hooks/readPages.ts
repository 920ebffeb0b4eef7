interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** As many as the API gives at once. */
export const PAGE_LIMIT = 200;

/** The items of a list page by page, up to a number of pages; `complete` where that was all. */
export async function readPages<T>(
  read: (cursor: string | undefined) => Promise<Page<T>>,
  maxPages: number,
): Promise<{ items: T[]; complete: boolean }> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await read(cursor);
    items.push(...answer.items);
    if (answer.nextCursor === null) return { items, complete: true };
    cursor = answer.nextCursor;
  }
  return { items, complete: false };
}
