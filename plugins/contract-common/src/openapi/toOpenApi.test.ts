import { z } from 'zod';
import { defineContract } from '../contract';
import { defineEndpoint } from '../endpoint';
import { testContract } from '../__testUtils__/testContract';
import { toOpenApi } from './toOpenApi';

const { getBook } = testContract.endpoints;

const contractOf = (...responses: z.ZodType[]) =>
  defineContract({
    ...testContract,
    endpoints: Object.fromEntries(
      responses.map((response, i) => [
        `get${i}`,
        defineEndpoint({ ...getBook, path: `/${i}/:shelf/:id`, response }),
      ]),
    ),
  });

describe('toOpenApi', () => {
  const document = toOpenApi(testContract);

  it('describes where the plugin is served and how callers authenticate', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Library', version: '1.2.0' },
      servers: [{ url: '/api/library' }],
      components: { securitySchemes: { bearer: { scheme: 'bearer' } } },
    });
    expect(Object.keys(document.paths)).toEqual([
      '/books',
      '/shelves/{shelf}/books/{id}',
      '/books/{id}',
      '/shelves',
    ]);
  });

  it('keeps two methods of one path apart', () => {
    expect(Object.keys(document.paths['/books'])).toEqual(['get', 'post']);
  });

  it('gives permission, security and the errors of each operation', () => {
    expect(document.paths['/books'].post).toMatchObject({
      operationId: 'createBook',
      'x-permission': 'library.book.create',
      'x-max-body-bytes': 2048,
      security: [{ bearer: [] }],
    });
    expect(Object.keys(document.paths['/books'].post.responses)).toEqual([
      '201',
      '400',
      '401',
      '403',
      '413',
      '429',
    ]);
    expect(document.paths['/books'].get.responses).not.toHaveProperty('413');
  });

  it('names every media type of a body, and what a stream is', () => {
    const { createBook } = testContract.endpoints;
    const { body, ...rest } = createBook;
    const { paths } = toOpenApi(
      defineContract({
        ...testContract,
        endpoints: {
          dialect: defineEndpoint({
            ...createBook,
            contentTypes: ['application/book+json'],
            requestsPerMinute: 5,
          }),
          stream: defineEndpoint({
            ...rest,
            path: '/stream',
            stream: {
              contentTypes: ['application/x-ndjson'],
              summary: 'One book a line',
            },
          }),
        },
      }),
    );

    expect(paths['/books'].post).toMatchObject({
      'x-requests-per-minute': 5,
      requestBody: {
        content: { 'application/json': {}, 'application/book+json': {} },
      },
    });
    expect(paths['/stream'].post.requestBody).toEqual({
      required: true,
      description: 'One book a line',
      content: { 'application/x-ndjson': { schema: { type: 'string' } } },
    });
    expect(paths['/stream'].post.responses).toHaveProperty('413');
  });

  it('lists path and query parameters', () => {
    expect(
      document.paths['/shelves/{shelf}/books/{id}'].get.parameters,
    ).toEqual([
      { name: 'shelf', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    ]);
    expect(document.paths['/books'].get.parameters).toMatchObject([
      {
        name: 'tag',
        in: 'query',
        required: false,
        schema: { type: 'array', items: { type: 'string' } },
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', maximum: 100, default: 20 },
      },
    ]);
  });

  it('shares schemas that have an id, also recursive ones', () => {
    expect(Object.keys(document.components.schemas)).toEqual([
      'Book',
      'getShelves_response__schema0',
      'Error',
    ]);
    expect(document.components.schemas.getShelves_response__schema0).toEqual(
      expect.objectContaining({
        properties: {
          name: { type: 'string' },
          shelves: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/getShelves_response__schema0',
            },
          },
        },
      }),
    );
  });

  it('has no reference that leads nowhere', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)];
    expect(refs.length).toBeGreaterThan(5);
    for (const [, ref] of refs) {
      const target = ref
        .split('/')
        .slice(1)
        .reduce<any>((node, key) => node?.[key], document);
      expect([ref, typeof target]).toEqual([ref, 'object']);
    }
  });

  it('has no content for status 204', () => {
    expect(document.paths['/books/{id}'].delete.responses[204]).toEqual({
      description: 'Done, nothing to say',
    });
  });

  it('is the same document each time', () => {
    expect(toOpenApi(testContract)).toEqual(document);
  });

  it('names the schema that has no JSON form', () => {
    expect(() => toOpenApi(contractOf(z.object({ at: z.date() })))).toThrow(
      'Schema get0.response has no JSON form',
    );
  });

  it('refuses one id for two schemas', () => {
    const one = z.object({ it: z.string().meta({ id: 'Twice' }) });
    const two = z.object({ it: z.number().meta({ id: 'Twice' }) });
    expect(() => toOpenApi(contractOf(one, two))).toThrow(
      "Two different schemas have the id 'Twice'",
    );
  });
});
