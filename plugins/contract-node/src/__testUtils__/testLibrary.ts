import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { createPermission } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { defineContract, defineEndpoint } from '@waymark/contract-common';
import express from 'express';
import { z } from 'zod';
import { createContractRouter } from '../createContractRouter';
import type { ContractHandlers, ContractRouterOptions } from '../types';

const read = createPermission({
  name: 'library.book.read',
  attributes: { action: 'read' },
});
const create = createPermission({
  name: 'library.book.create',
  attributes: { action: 'create' },
});
const book = z.object({
  title: z.string().min(1).max(20),
  authors: z.array(z.object({ name: z.string() })).default([]),
});

/** A small contract for the tests of this package. */
export const libraryContract = defineContract({
  pluginId: 'library',
  title: 'Library',
  version: '1.0.0',
  endpoints: {
    listBooks: defineEndpoint({
      method: 'get',
      path: '/shelves/:shelf/books',
      summary: 'Books of a shelf',
      permission: read,
      params: z.object({ shelf: z.string().regex(/^[a-z]+$/) }),
      query: z.object({
        tag: z.array(z.string()).optional(),
        author: z.string().max(40).optional(),
        limit: z.coerce.number<number>().int().max(100).default(20),
      }),
      response: z.object({ seen: z.unknown() }),
    }),
    createBook: defineEndpoint({
      method: 'post',
      path: '/shelves/:shelf/books',
      summary: 'Adds a book',
      permission: create,
      params: z.object({ shelf: z.string() }),
      body: book,
      response: book,
      status: 201,
      audit: { eventId: 'book-create' },
    }),
    importBooks: defineEndpoint({
      method: 'put',
      path: '/books',
      summary: 'Adds many books',
      permission: create,
      body: z.array(book),
      response: z.object({ count: z.number() }),
      maxBodyBytes: 200,
      audit: { eventId: 'book-import', severity: 'high' },
    }),
    annotateBook: defineEndpoint({
      method: 'post',
      path: '/annotations',
      summary: 'Notes in another JSON dialect',
      permission: create,
      body: z.unknown(),
      contentTypes: ['application/notes+json'],
      response: z.unknown(),
      requestsPerMinute: 2,
      audit: { eventId: 'book-annotate' },
    }),
    streamBooks: defineEndpoint({
      method: 'post',
      path: '/stream',
      summary: 'Adds more books than fit into memory',
      permission: create,
      stream: {
        contentTypes: ['application/x-ndjson'],
        summary: 'One book a line',
      },
      response: z.object({ bytes: z.number() }),
      audit: { eventId: 'book-stream' },
    }),
    deleteBook: defineEndpoint({
      method: 'delete',
      path: '/books/:id',
      summary: 'Removes a book',
      permission: create,
      params: z.object({ id: z.string() }),
      response: z.undefined(),
      status: 204,
      audit: { eventId: 'book-delete' },
    }),
  },
});

type LibraryOptions = ContractRouterOptions<typeof libraryContract>;

export interface TestLibraryOptions
  extends Partial<Omit<LibraryOptions, 'handlers' | 'config'>> {
  handlers?: Partial<ContractHandlers<typeof libraryContract>>;
  limits?: JsonObject;
}

/** An Express app that serves the library with Backstage's error handler. */
export async function testLibrary({
  handlers,
  limits = {},
  ...services
}: TestLibraryOptions = {}) {
  const auditor = mockServices.auditor.mock();
  const router = await createContractRouter(libraryContract, {
    httpAuth: mockServices.httpAuth(),
    permissions: mockServices.permissions(),
    auditor,
    config: mockServices.rootConfig({ data: { waymark: { limits } } }),
    ...services,
    handlers: {
      listBooks: async ({ params, query }) => ({ seen: { params, query } }),
      createBook: async ({ body }) => body,
      importBooks: async ({ body }) => ({ count: body.length }),
      annotateBook: async ({ body, headers }) => ({
        body,
        about: headers['note-about'],
      }),
      streamBooks: async ({ stream = [] }) => {
        let bytes = 0;
        for await (const chunk of stream) {
          bytes += chunk.length;
        }
        return { bytes };
      },
      deleteBook: async ({ params }) => {
        throw new NotFoundError(`No book '${params.id}'`);
      },
      ...handlers,
    },
  });
  const app = express().use(router).use(mockErrorHandler());
  return { app, auditor };
}
