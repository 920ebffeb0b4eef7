import { toQueryString } from './query';

describe('toQueryString', () => {
  it.each([
    [{}, ''],
    [{ a: undefined, b: null }, ''],
    [{ a: '', b: 0, c: false }, '?a=&b=0&c=false'],
    [{ tag: ['x', 'y & z'] }, '?tag=x&tag=y+%26+z'],
    [{ tag: [] }, ''],
    [{ at: new Date(0) }, '?at=1970-01-01T00%3A00%3A00.000Z'],
  ])('%j becomes %p', (query, expected) => {
    expect(toQueryString(query)).toBe(expected);
  });
});
