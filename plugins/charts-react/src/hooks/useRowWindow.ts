import { useState, type UIEvent } from 'react';

export interface RowWindow {
  /** First row that is rendered, and the one after the last. */
  first: number;
  end: number;
  /** Height of what is not rendered above and below. */
  above: number;
  below: number;
  onScroll: (event: UIEvent<HTMLElement>) => void;
}

/** Fewer rows than this are all rendered. */
const ALL_UP_TO = 80;
const BEYOND = 12;
const VIEWPORT_PX = 720;

/**
 * Renders of a long table only the rows that can be seen, and some beyond. Rows are all of one
 * height; what scrolls is the element that `onScroll` is given to.
 */
export function useRowWindow(count: number, rowHeight: number): RowWindow {
  const [scrollTop, setScrollTop] = useState(0);
  const isWhole = count <= ALL_UP_TO;
  const visible = Math.ceil(VIEWPORT_PX / rowHeight);
  const topRow = Math.floor(scrollTop / rowHeight);
  const first = isWhole
    ? 0
    : Math.max(0, Math.min(topRow - BEYOND, count - visible));
  const end = isWhole ? count : Math.min(count, topRow + visible + BEYOND);
  return {
    first,
    end,
    above: first * rowHeight,
    below: (count - end) * rowHeight,
    onScroll: ({ currentTarget }) => setScrollTop(currentTarget.scrollTop),
  };
}
