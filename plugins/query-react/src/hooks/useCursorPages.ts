import { useState } from 'react';

export const PAGE_SIZE = 20;

interface Page {
  total: number;
  nextCursor: string | null;
}

/**
 * Walks pages of an API that knows only the next cursor: the cursors passed so
 * far are the way back.
 */
export function useCursorPages(pageSize = PAGE_SIZE) {
  const [cursors, setCursors] = useState<string[]>([]);
  /** The ways on and back from a page; undefined where there is none. */
  const steps = (nextCursor: string | null) => ({
    next:
      nextCursor === null
        ? undefined
        : () => setCursors([...cursors, nextCursor]),
    previous:
      cursors.length === 0 ? undefined : () => setCursors(cursors.slice(0, -1)),
  });
  return {
    cursor: cursors.at(-1),
    /** Back to the first page, for a filter that changed. */
    reset: () => setCursors([]),
    steps,
    /** What a table needs to show where one is, where the total is known. */
    pagination: ({ total, nextCursor }: Page) => {
      if (total <= pageSize) return { type: 'none' } as const;
      const { next, previous } = steps(nextCursor);
      return {
        type: 'page',
        pageSize,
        showPageSizeOptions: false,
        offset: cursors.length * pageSize,
        totalCount: total,
        hasNextPage: next !== undefined,
        hasPreviousPage: previous !== undefined,
        onNextPage: () => next?.(),
        onPreviousPage: () => previous?.(),
      } as const;
    },
  };
}
