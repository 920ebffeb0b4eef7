import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_SOURCE_LOCATION,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  type Entity,
} from '@backstage/catalog-model';
import { AuthenticationError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { buildLocationUrl } from '@waymark/git-node';
import type {
  RepositoryName,
  RepositoryRoot,
} from '../repositories/RepositoryRoot';

const MAX_ENTITIES = 500;

/** What the catalog knows of who owns repositories, and of who belongs to whom. */
export class OwnershipReader {
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #catalog: Pick<CatalogService, 'queryEntities' | 'getEntityByRef'>;
  readonly #root: Pick<RepositoryRoot, 'branchOf'>;
  readonly #pagesUrl: string;

  constructor(options: {
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    catalog: Pick<CatalogService, 'queryEntities' | 'getEntityByRef'>;
    root: Pick<RepositoryRoot, 'branchOf'>;
    /** Where the catalog says that files of repositories are. */
    pagesUrl: string;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#root = options.root;
    this.#pagesUrl = options.pagesUrl;
  }

  /**
   * Owners of what a catalog file at the root of the repository describes, on
   * its default branch, each once. A file further down owns no more than its folder.
   */
  async ownersOf(repository: RepositoryName): Promise<string[]> {
    const source = buildLocationUrl({
      baseUrl: this.#pagesUrl,
      repository: `${repository.owner}/${repository.name}`,
      kind: 'tree',
      ref: await this.#root.branchOf(repository),
      path: '',
    });
    const { items } = await this.#catalog.queryEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_SOURCE_LOCATION}`]: `url:${source}`,
        },
        fields: ['kind', 'metadata.name', 'relations'],
        limit: MAX_ENTITIES,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const owners = items.flatMap(entity => related(entity, RELATION_OWNED_BY));
    return [...new Set(owners)].sort();
  }

  /**
   * The person and their groups.
   *
   * @throws AuthenticationError when the catalog does not know the person any more
   */
  async ownershipOf(userRef: string): Promise<string[]> {
    const entity = await this.#catalog.getEntityByRef(userRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      throw new AuthenticationError(
        `${userRef} is not in the catalog any more: the token is of no use`,
      );
    }
    return [userRef, ...related(entity, RELATION_MEMBER_OF)];
  }
}

function related({ relations = [] }: Entity, type: string): string[] {
  return relations
    .filter(each => each.type === type)
    .map(each => each.targetRef);
}
