import { randomUUID } from 'node:crypto';
import type { SearchEngine } from '@backstage/plugin-search-backend-node';
import type {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';
import type { Knex } from 'knex';
import { selectDocuments } from './database/selectDocuments';
import { decodePage, encodePage } from './pageCursor';
import { readSearchTerm } from './searchTerm';

const PAGE_SIZE = 25;

/**
 * Finds in the index of another engine, in an order in which a name beats a
 * mention (`selectDocuments`).
 */
export class OrderedSearchEngine implements SearchEngine {
  readonly #index: Pick<SearchEngine, 'getIndexer'>;
  readonly #knex: Knex;
  readonly #tag = randomUUID();

  constructor(options: {
    index: Pick<SearchEngine, 'getIndexer'>;
    knex: Knex;
  }) {
    this.#index = options.index;
    this.#knex = options.knex;
  }

  /** There is one way to read a query. */
  setTranslator(): void {
    throw new Error('The order of search results takes no other translator');
  }

  async getIndexer(type: string) {
    return this.#index.getIndexer(type);
  }

  async query(query: SearchQuery): Promise<IndexableResultSet> {
    const size = query.pageLimit ?? PAGE_SIZE;
    const page = decodePage(query.pageCursor);
    const tags = { preTag: `<${this.#tag}>`, postTag: `</${this.#tag}>` };
    const rows = await selectDocuments(this.#knex, {
      term: readSearchTerm(query.term),
      types: query.types,
      filters: { ...query.filters },
      ...tags,
      offset: page * size,
      // One more tells whether there is another page.
      limit: size + 1,
    });
    return {
      results: rows.slice(0, size).map(({ type, document, highlight }, at) => ({
        type,
        document,
        rank: page * size + at + 1,
        ...(highlight && { highlight: { ...tags, fields: { ...highlight } } }),
      })),
      numberOfResults: rows[0]?.total ?? 0,
      nextPageCursor: rows.length > size ? encodePage(page + 1) : undefined,
      previousPageCursor: page > 0 ? encodePage(page - 1) : undefined,
    };
  }
}
