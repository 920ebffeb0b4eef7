import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { isComponent } from '../names/catalogEntity';
import type { Knowledge } from '../names/Knowledge';
import type { KnowledgeCache } from '../names/KnowledgeCache';
import type { People } from './People';
import type { Scope } from './Scope';

const KINDS = ['component', 'system', 'domain', 'group', 'user'];

export interface ScopeQuery {
  scope?: string;
  ownership: 'then' | 'now';
}

/** Finds out which services or owners a scope stands for. */
export class ScopeResolver {
  readonly #knowledge: KnowledgeCache;
  readonly #people: People;
  readonly #now: () => Date;

  constructor(options: {
    knowledge: KnowledgeCache;
    people: People;
    now: () => Date;
  }) {
    this.#knowledge = options.knowledge;
    this.#people = options.people;
    this.#now = options.now;
  }

  /**
   * @throws InputError for a kind that has no figures
   * @throws NotFoundError for what is not in the catalog
   */
  async resolve(
    query: ScopeQuery,
    credentials: BackstageCredentials,
  ): Promise<Scope> {
    if (query.scope === undefined) {
      return { kind: 'organisation' };
    }
    const ref = stringifyEntityRef(parseEntityRef(query.scope));
    const { kind } = parseEntityRef(ref);
    if (!KINDS.includes(kind)) {
      throw new InputError(
        `query.scope: '${kind}' has no figures; allowed are ${KINDS.join(
          ', ',
        )}, or nothing for the organisation`,
      );
    }
    const knowledge = await this.#knowledge.get();
    if (kind === 'user') {
      const groups = await this.#people.groupsOf(ref, credentials);
      return this.#owned(knowledge, new Set(groups), query.ownership);
    }
    if (
      !knowledge.directory.has(ref) &&
      !(await this.#people.exists(ref, credentials))
    ) {
      throw new NotFoundError(`query.scope: there is no ${ref} in the catalog`);
    }
    const below = knowledge.directory.withDescendants(ref);
    return kind === 'group'
      ? this.#owned(knowledge, below, query.ownership)
      : {
          kind: 'services',
          services: [...below].filter(each => isComponent({ ref: each })),
        };
  }

  #owned(
    { owners }: Knowledge,
    groups: ReadonlySet<string>,
    ownership: ScopeQuery['ownership'],
  ): Scope {
    return ownership === 'now'
      ? { kind: 'services', services: owners.servicesOf(groups, this.#now()) }
      : {
          kind: 'owners',
          owners: [...groups],
          services: owners.everOwnedBy(groups),
        };
  }
}
