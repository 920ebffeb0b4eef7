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
  return {
    cursor: cursors.at(-1),
    /** Back to the first page, for a filter that changed. */
    reset: () => setCursors([]),
    /** What the table needs to show where one is. */
    pagination: ({ total, nextCursor }: Page) =>
      total <= pageSize
        ? ({ type: 'none' } as const)
        : ({
            type: 'page',
            pageSize,
            showPageSizeOptions: false,
            offset: cursors.length * pageSize,
            totalCount: total,
            hasNextPage: nextCursor !== null,
            hasPreviousPage: cursors.length > 0,
            onNextPage: () =>
              nextCursor && setCursors([...cursors, nextCursor]),
            onPreviousPage: () => setCursors(cursors.slice(0, -1)),
          } as const),
  };
}
