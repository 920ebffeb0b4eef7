import { z } from 'zod';
import { assertContract } from './assertContract';
import { defineContract } from './contract';
import type { Endpoint } from './endpoint';
import { testContract } from './__testUtils__/testContract';

const { getBook, createBook, listBooks } = testContract.endpoints;

const check = (endpoints: Record<string, Endpoint>) => () =>
  assertContract(defineContract({ ...testContract, endpoints }));

describe('assertContract', () => {
  it('accepts a sound contract', () => {
    expect(() => assertContract(testContract)).not.toThrow();
  });

  it.each<[string, Record<string, Endpoint>, string]>([
    [
      'a write without audit',
      { create: { ...createBook, audit: undefined } },
      "create: POST needs 'audit'",
    ],
    [
      'a relative path',
      { list: { ...listBooks, path: 'books' } },
      "list: path 'books' must start with '/'",
    ],
    [
      'GET with a body',
      { list: { ...listBooks, body: z.object({}) } },
      'list: GET takes no body',
    ],
    [
      'two kinds of body',
      {
        create: {
          ...createBook,
          stream: { contentTypes: ['text/csv'], summary: 'rows' },
        },
      },
      "create: has 'body' and 'stream'",
    ],
    [
      'a parameter without schema',
      { get: { ...getBook, params: undefined } },
      'get: params schema must have exactly the keys of',
    ],
    [
      'a schema key that the path lacks',
      { get: { ...getBook, path: '/books/:id' } },
      'get: params schema must have exactly the keys of',
    ],
    [
      'two endpoints with one address',
      {
        get: getBook,
        again: {
          ...getBook,
          path: '/shelves/:a/books/:b',
          params: z.object({ a: z.string(), b: z.string() }),
        },
      },
      'again: same method and path as get',
    ],
  ])('refuses %s', (_, endpoints, message) => {
    expect(check(endpoints)).toThrow(message);
  });

  it('lists all problems at once', () => {
    expect(
      check({
        create: { ...createBook, audit: undefined },
        list: { ...listBooks, path: 'books' },
      }),
    ).toThrow(/'library' cannot be served: create: .*; list: /);
  });
});
