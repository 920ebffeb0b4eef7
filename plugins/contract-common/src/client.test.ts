import { ResponseError } from '@backstage/errors';
import { createContractClient } from './client';
import { testContract } from './__testUtils__/testContract';

const book = { id: '1', title: 'Emma', pages: 3 };

function setup(answer: Response) {
  const calls: { url: string; init: RequestInit }[] = [];
  const client = createContractClient(testContract, {
    discovery: {
      getBaseUrl: async pluginId => `http://localhost:7007/api/${pluginId}`,
    },
    fetch: async (url, init = {}) => {
      calls.push({ url: String(url), init });
      return answer;
    },
  });
  return { client, calls };
}

describe('createContractClient', () => {
  it('reads with repeated query keys and without a body', async () => {
    const { client, calls } = setup(Response.json({ items: [book] }));

    await expect(
      client.listBooks({ query: { tag: ['a b', 'c'], limit: 5 } }),
    ).resolves.toEqual({ items: [book] });
    expect(calls).toEqual([
      {
        url: 'http://localhost:7007/api/library/books?tag=a+b&tag=c&limit=5',
        init: { method: 'GET', headers: { accept: 'application/json' } },
      },
    ]);
  });

  it('needs no input where every part is optional', async () => {
    const { client, calls } = setup(Response.json({ items: [] }));

    await client.listBooks();
    expect(calls[0].url).toBe('http://localhost:7007/api/library/books');
  });

  it('encodes path parameters', async () => {
    const { client, calls } = setup(Response.json(book));

    await client.getBook({ params: { shelf: 'a/b', id: '1?x#y' } });
    expect(calls[0].url).toBe(
      'http://localhost:7007/api/library/shelves/a%2Fb/books/1%3Fx%23y',
    );
  });

  it('sends JSON, token and signal, and applies response defaults', async () => {
    const { client, calls } = setup(
      Response.json({ id: '1', title: 'Emma' }, { status: 201 }),
    );
    const { signal } = new AbortController();

    await expect(
      client.createBook({ body: book }, { token: 't0ken', signal }),
    ).resolves.toEqual({ id: '1', title: 'Emma', pages: 1 });
    expect(calls[0].init).toEqual({
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: 'Bearer t0ken',
      },
      body: JSON.stringify(book),
      signal,
    });
  });

  it('resolves to nothing for an empty answer', async () => {
    const { client } = setup(new Response(null, { status: 204 }));

    await expect(
      client.deleteBook({ params: { id: '1' } }),
    ).resolves.toBeUndefined();
  });

  it('keeps name and message of the error that the server sent', async () => {
    const { client } = setup(
      Response.json(
        {
          error: { name: 'NotFoundError', message: "No book '1'" },
          response: { statusCode: 404 },
        },
        { status: 404 },
      ),
    );

    const error = await client
      .getBook({ params: { shelf: 'a', id: '1' } })
      .catch(e => e);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      statusCode: 404,
      cause: { name: 'NotFoundError', message: "No book '1'" },
    });
  });

  it('says which answer does not keep the contract', async () => {
    const { client } = setup(Response.json({ items: [{ id: 1 }] }));

    await expect(client.listBooks()).rejects.toThrow(
      "Unexpected answer of library.listBooks at 'items.0.id'",
    );
  });
});
