import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { recordOwners, upsertEntities } from '../database/names/catalogCopy';
import { readKnowledge, selectEntities } from '../database/names/readKnowledge';
import { resolveAgain } from '../database/names/resolveAgain';
import { nextRevision } from '../database/names/revision';
import type { CatalogEntity } from '../names/catalogEntity';
import { diffCatalog } from './diffCatalog';
import { KINDS, toCatalogEntity } from './toCatalogEntity';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.owner',
  'spec.system',
  'spec.domain',
  'spec.subdomainOf',
  'spec.parent',
];

/** Keeps a copy of the catalog, with the history of who owned what. */
export class CatalogSync {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    knex: Knex;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const listed = await this.#list(signal);
    if (listed.length === 0) {
      // A catalog that is still empty is one that has just begun.
      return;
    }
    const { changed, owners } = diffCatalog(
      await selectEntities(this.#knex),
      listed,
    );
    if (changed.length === 0) {
      return;
    }
    const names = await this.#knex.transaction(async tx => {
      const revision = await nextRevision(tx);
      await upsertEntities(tx, changed);
      await recordOwners(tx, owners, this.#now());
      return resolveAgain(tx, await readKnowledge(tx, revision));
    });
    this.#logger.info('Took over changes of the catalog', {
      entities: changed.length,
      owners: owners.length,
      names,
    });
  }

  async #list(signal?: AbortSignal): Promise<CatalogEntity[]> {
    const entities: CatalogEntity[] = [];
    const pages = this.#catalog.streamEntities(
      { filter: { kind: KINDS }, fields: FIELDS },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      signal?.throwIfAborted();
      entities.push(...page.map(toCatalogEntity));
    }
    return entities;
  }
}
