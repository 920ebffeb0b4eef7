import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { PgSearchEngine } from '@backstage/plugin-search-backend-module-pg';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import { OrderedSearchEngine } from './OrderedSearchEngine';
import { toEntityDocument } from './toEntityDocument';

jest.setTimeout(60_000);

const SERVICES = ['product', 'supplier', 'order', 'invoice', 'identity'];

/** As the collator of the catalog makes it. */
function entity(name: string, title?: string, kind = 'Component') {
  return {
    ...toEntityDocument({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name, title, description: 'Part of the shop' },
      spec: { type: 'service', owner: 'shop' },
    }),
    location: `/catalog/default/${kind.toLowerCase()}/${name}`,
  };
}

/** As the collator of the documentation makes them: the page, then its headings. */
function docs(name: string, title: string, text: string) {
  const page = `/docs/default/component/${name}-service/${title.toLowerCase()}/`;
  const shared = {
    text,
    name: `${name}-service`,
    entityTitle: `${name[0].toUpperCase()}${name.slice(1)} Service`,
    kind: 'component',
  };
  return [
    { ...shared, title, location: page },
    { ...shared, title, location: `${page}#${title.toLowerCase()}` },
    { ...shared, title: 'First steps', location: `${page}#first-steps` },
  ];
}

const entities = [
  ...SERVICES.map(name =>
    entity(
      `${name}-service`,
      `${name[0].toUpperCase()}${name.slice(1)} Service`,
    ),
  ),
  entity('product-service-api', 'Product Service API', 'API'),
  entity('unusual-name', 'A title without it'),
  entity('ada.okafor', undefined, 'User'),
];
// Each mentions the product service more often than its own entity does.
const documents = SERVICES.flatMap(name =>
  ['Runbook', 'Architecture'].flatMap(title =>
    docs(
      name,
      title,
      `${'The product service calls the supplier service. '.repeat(5)}${name}`,
    ),
  ),
);

describe('the order of search results', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let engine: OrderedSearchEngine;

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    const index = await PgSearchEngine.fromConfig(
      mockServices.rootConfig({ data: {} }),
      {
        database: mockServices.database({ knex, migrations: { skip: false } }),
      },
    );
    engine = new OrderedSearchEngine({ index, knex });
    const write = async (type: string, found: IndexableDocument[]) =>
      pipeline(Readable.from(found), await engine.getIndexer(type));
    await write('software-catalog', entities);
    await write('techdocs', documents);
  });

  const find = async (term: string, more: object = {}) => {
    const { results } = await engine.query({ term, ...more });
    return results.map(({ document }) => document.location);
  };

  it.each([
    ['product service', '/catalog/default/component/product-service'],
    ['product-service', '/catalog/default/component/product-service'],
    ['Product  Service ', '/catalog/default/component/product-service'],
    ['product-service-api', '/catalog/default/api/product-service-api'],
    ['unusual-name', '/catalog/default/component/unusual-name'],
    ['ada okafor', '/catalog/default/user/ada.okafor'],
    ['ada.okafor', '/catalog/default/user/ada.okafor'],
    ['supplier', '/catalog/default/component/supplier-service'],
    ['suppl', '/catalog/default/component/supplier-service'],
  ])('has for "%s" first what is called so', async (term, first) => {
    expect((await find(term))[0]).toBe(first);
  });

  it('goes from the name by titles and its own documentation to mentions', async () => {
    const found = await find('product service');
    expect(found.slice(0, 2)).toEqual([
      '/catalog/default/component/product-service',
      '/catalog/default/api/product-service-api',
    ]);
    expect(found.slice(2, 6)).toEqual(
      Array(4).fill(
        expect.stringContaining('/docs/default/component/product-service/'),
      ),
    );
    expect(found[6]).not.toContain('product-service');
  });

  it('finds a page once, not again by the heading that repeats its title', async () => {
    const found = await find('runbook');
    expect(found.sort()).toEqual(
      SERVICES.map(
        name => `/docs/default/component/${name}-service/runbook/`,
      ).sort(),
    );
  });

  it('narrows by type and by fields, lists included', async () => {
    expect(await find('supplier', { types: ['techdocs'] })).not.toContain(
      '/catalog/default/component/supplier-service',
    );
    expect(
      await find('product service', {
        types: ['software-catalog'],
        filters: { kind: ['API', 'System'] },
      }),
    ).toEqual(['/catalog/default/api/product-service-api']);
  });

  it('goes from page to page without repeating or leaving anything out', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await engine.query({
        term: 'service',
        pageLimit: 4,
        pageCursor: cursor,
      });
      seen.push(...page.results.map(({ document }) => document.location));
      expect(page.results[0].rank).toBe(seen.length - page.results.length + 1);
      cursor = page.nextPageCursor;
    } while (cursor);
    const all = await engine.query({ term: 'service', pageLimit: 100 });
    expect(seen).toHaveLength(all.numberOfResults ?? 0);
    expect(new Set(seen).size).toBe(seen.length);
    await expect(
      engine.query({ term: 'service', pageCursor: 'nonsense' }),
    ).rejects.toThrow('query.pageCursor');
  });

  it('marks what was found', async () => {
    const { results } = await engine.query({ term: 'invoice' });
    const { preTag, postTag, fields } = results[0].highlight!;
    expect(fields.title).toBe(`${preTag}Invoice${postTag} Service`);
  });

  it.each(['', "'", '& | !', "a'b\\", '<-> :*', 'the'])(
    'takes "%s" as text',
    async term => {
      await expect(find(term)).resolves.toEqual(expect.any(Array));
    },
  );

  it('lists everything, entities first, when nothing is asked for', async () => {
    expect((await find(''))[0]).toMatch(/^\/catalog/);
  });
});
