import { act, renderHook } from '@testing-library/react';
import { PAGE_SIZE, useCursorPages } from './useCursorPages';

const TOTAL = PAGE_SIZE * 2 + 5;

it('walks forth and back by cursors', () => {
  const { result } = renderHook(() => useCursorPages());
  const pagination = (nextCursor: string | null) => {
    const props = result.current.pagination({ total: TOTAL, nextCursor });
    if (props.type !== 'page') {
      throw new Error('expected more than one page');
    }
    return props;
  };

  expect(result.current.cursor).toBeUndefined();
  expect(pagination('b').hasPreviousPage).toBe(false);

  act(() => void pagination('b').onNextPage());
  act(() => void pagination('c').onNextPage());
  expect(result.current.cursor).toBe('c');
  expect(pagination(null)).toMatchObject({
    offset: PAGE_SIZE * 2,
    hasNextPage: false,
    hasPreviousPage: true,
  });

  act(() => void pagination(null).onPreviousPage());
  expect(result.current.cursor).toBe('b');

  act(() => result.current.reset());
  expect(result.current.cursor).toBeUndefined();
});

it('needs no pages for few rows', () => {
  const { result } = renderHook(() => useCursorPages());
  expect(
    result.current.pagination({ total: PAGE_SIZE, nextCursor: null }),
  ).toEqual({ type: 'none' });
});
