/** A page of a list as GraphQL connections give it; the cursor is the position. */
export function connection<T>(
  items: readonly T[],
  args: { first?: number | null; after?: string | null },
) {
  const start = args.after ? Number(args.after) : 0;
  const end = start + (args.first ?? items.length);
  return {
    nodes: items.slice(start, end),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      endCursor: end > start ? String(Math.min(end, items.length)) : null,
    },
  };
}
