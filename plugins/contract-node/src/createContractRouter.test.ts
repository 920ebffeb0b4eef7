import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createDeferred } from '@backstage/types';
import { toOpenApi } from '@waymark/contract-common';
import express from 'express';
import request from 'supertest';
import { createContractRouter } from './createContractRouter';
import { libraryContract, testLibrary } from './__testUtils__/testLibrary';

const anonymous = mockServices.httpAuth({
  defaultCredentials: mockCredentials.none(),
});
const deny = mockServices.permissions({ result: AuthorizeResult.DENY });

describe('createContractRouter', () => {
  it('gives handlers what the schemas made of the request', async () => {
    const { app } = await testLibrary();

    const { status, body } = await request(app).get(
      '/shelves/fiction/books?tag=a%20b&limit=5&other=1',
    );
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        seen: {
          params: { shelf: 'fiction' },
          query: { tag: ['a b'], limit: 5 },
        },
      },
    });
  });

  it('answers with the status of the contract', async () => {
    const { app } = await testLibrary();

    await request(app)
      .post('/shelves/fiction/books')
      .send({ title: 'Emma' })
      .expect(201, { title: 'Emma', authors: [] });
  });

  it('answers 204 without a body', async () => {
    const { app } = await testLibrary({
      handlers: { deleteBook: async () => undefined },
    });

    await request(app).delete('/books/1').expect(204, '');
  });

  it('hands credentials and a live signal to the handler', async () => {
    const listBooks = jest.fn(async () => ({ seen: null }));
    const { app } = await testLibrary({ handlers: { listBooks } });

    await request(app).get('/shelves/fiction/books').expect(200);
    expect(listBooks).toHaveBeenCalledWith(
      expect.objectContaining({
        credentials: mockCredentials.user(),
        signal: expect.objectContaining({ aborted: false }),
      }),
    );
  });

  it('aborts the signal when the caller hangs up', async () => {
    const started = createDeferred();
    const aborted = createDeferred();
    const { app } = await testLibrary({
      handlers: {
        listBooks: async ({ signal }) => {
          signal.addEventListener('abort', () => aborted.resolve());
          started.resolve();
          await aborted;
          return { seen: null };
        },
      },
    });

    const call = request(app).get('/shelves/fiction/books');
    call.end(() => {});
    await started;
    call.abort();
    await expect(aborted).resolves.toBeUndefined();
  });

  it('answers 401 to anonymous callers, on the document too', async () => {
    const { app } = await testLibrary({ httpAuth: anonymous });

    await request(app).get('/shelves/fiction/books').expect(401);
    await request(app).get('/openapi.json').expect(401);
  });

  it('answers 403 with the name of the permission', async () => {
    const { app } = await testLibrary({ permissions: deny });

    const { status, body } = await request(app)
      .post('/shelves/fiction/books')
      .send({ title: 'Emma' });
    expect(status).toBe(403);
    expect(body.error).toMatchObject({
      name: 'NotAllowedError',
      message: "Missing permission 'library.book.create'",
    });
  });

  it('does not read the body of a caller who may not write', async () => {
    const { app } = await testLibrary({ permissions: deny });

    await request(app)
      .post('/shelves/fiction/books')
      .type('json')
      .send('{ not json')
      .expect(403);
  });

  it('serves the OpenAPI document whatever the permissions', async () => {
    const { app } = await testLibrary({ permissions: deny });

    await request(app)
      .get('/openapi.json')
      .expect(200, JSON.parse(JSON.stringify(toOpenApi(libraryContract))));
  });

  it('leaves other paths to the rest of the application', async () => {
    const { app } = await testLibrary();
    app.use((_req: express.Request, res: express.Response) => {
      res.status(404).json('not here');
    });

    await request(app).get('/nowhere').expect(404, '"not here"');
  });

  it('shows handler errors by their kind', async () => {
    const { app } = await testLibrary();

    const { status, body } = await request(app).delete('/books/7');
    expect(status).toBe(404);
    expect(body.error.message).toBe("No book '7'");
  });

  it.each([new Error('boom'), 'a string', undefined])(
    'does not leak a stack when a handler throws %p',
    async thrown => {
      const { app } = await testLibrary({
        handlers: { listBooks: () => Promise.reject(thrown) },
      });

      const { status, text } = await request(app).get('/shelves/fiction/books');
      expect(status).toBe(500);
      expect(text).not.toMatch(/stack|\.ts/);
    },
  );

  it('refuses a write without audit when it is built', async () => {
    const { createBook } = libraryContract.endpoints;

    await expect(
      createContractRouter(
        {
          ...libraryContract,
          endpoints: { createBook: { ...createBook, audit: undefined } },
        },
        {
          handlers: { createBook: async ({ body }) => body },
          httpAuth: mockServices.httpAuth(),
          permissions: mockServices.permissions(),
          auditor: mockServices.auditor.mock(),
          config: mockServices.rootConfig(),
        },
      ),
    ).rejects.toThrow("createBook: POST needs 'audit'");
  });
});
