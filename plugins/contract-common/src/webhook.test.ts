import { assertContract } from './assertContract';
import { defineContract } from './contract';
import { toOpenApi } from './openapi/toOpenApi';
import type { Webhook } from './webhook';

const receiveShelf: Webhook = {
  path: '/ingest/shelf',
  summary: 'What a shelf says',
  proof: ['X-Shelf-Token', 'Authorization'],
  secrets: 'library.shelf.secrets',
  maxBodyBytes: 1_000,
};

const withWebhooks = (webhooks: Record<string, Webhook>) =>
  defineContract({
    pluginId: 'library',
    title: 'Library',
    version: '1.0.0',
    endpoints: {},
    webhooks,
  });

describe('webhooks of a contract', () => {
  it('are in the document, without a token of the portal and with their guard', () => {
    const { paths } = toOpenApi(withWebhooks({ receiveShelf }));
    expect(paths['/ingest/shelf'].post).toMatchObject({
      operationId: 'receiveShelf',
      description:
        'Guarded by X-Shelf-Token or Authorization, which must fit one of library.shelf.secrets; without any the address is closed.',
      'x-proof': ['X-Shelf-Token', 'Authorization'],
      security: [],
    });
  });

  it('are served as they are written', () => {
    expect(() => assertContract(withWebhooks({ receiveShelf }))).not.toThrow();
  });

  it.each([
    ['nobody has to prove anything', { proof: [] }, "needs 'proof'"],
    ['a path is none', { path: 'shelf' }, "must start with '/'"],
  ])('are refused where %s', (_, wrong, message) => {
    expect(() =>
      assertContract(
        withWebhooks({ receiveShelf: { ...receiveShelf, ...wrong } }),
      ),
    ).toThrow(message);
  });

  it('are refused where two have one address', () => {
    expect(() =>
      assertContract(withWebhooks({ receiveShelf, other: receiveShelf })),
    ).toThrow('same method and path');
  });
});
