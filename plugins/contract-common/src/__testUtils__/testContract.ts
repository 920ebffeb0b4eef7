import { createPermission } from '@backstage/plugin-permission-common';
import { z } from 'zod';
import { defineContract } from '../contract';
import { defineEndpoint } from '../endpoint';

const read = createPermission({
  name: 'library.book.read',
  attributes: { action: 'read' },
});
const create = createPermission({
  name: 'library.book.create',
  attributes: { action: 'create' },
});

const book = z
  .object({
    id: z.string(),
    title: z.string().meta({ description: 'As on the cover' }),
    pages: z.number().int().positive().default(1),
  })
  .meta({ id: 'Book' });

const shelf = z.object({
  name: z.string(),
  get shelves() {
    return z.array(shelf);
  },
});

/** A contract with every feature once; for tests only. */
export const testContract = defineContract({
  pluginId: 'library',
  title: 'Library',
  version: '1.2.0',
  endpoints: {
    listBooks: defineEndpoint({
      method: 'get',
      path: '/books',
      summary: 'Books by filter',
      permission: read,
      query: z.object({
        tag: z.array(z.string()).optional(),
        limit: z.coerce.number<number>().int().max(100).default(20),
      }),
      response: z.object({ items: z.array(book) }),
    }),
    getBook: defineEndpoint({
      method: 'get',
      path: '/shelves/:shelf/books/:id',
      summary: 'One book',
      permission: read,
      params: z.object({ shelf: z.string(), id: z.string() }),
      response: book,
    }),
    createBook: defineEndpoint({
      method: 'post',
      path: '/books',
      summary: 'Adds a book',
      permission: create,
      body: book,
      response: book,
      status: 201,
      maxBodyBytes: 2048,
      audit: { eventId: 'book-create' },
    }),
    deleteBook: defineEndpoint({
      method: 'delete',
      path: '/books/:id',
      summary: 'Removes a book',
      permission: create,
      params: z.object({ id: z.string() }),
      response: z.undefined(),
      status: 204,
      audit: { eventId: 'book-delete', severity: 'high' },
    }),
    getShelves: defineEndpoint({
      method: 'get',
      path: '/shelves',
      summary: 'The tree of shelves',
      permission: read,
      response: shelf,
    }),
  },
});
