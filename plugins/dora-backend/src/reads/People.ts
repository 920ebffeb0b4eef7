import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { RELATION_MEMBER_OF } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const MAX_AGE_MS = 30_000;
const MAX_ENTRIES = 5_000;

/** Groups of people, asked at most every 30 seconds. */
export class People {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #userInfo: UserInfoService;
  readonly #clock: () => number;
  readonly #groups = new Map<
    string,
    { at: number; groups: Promise<string[]> }
  >();

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    userInfo: UserInfoService;
    clock?: () => number;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#userInfo = options.userInfo;
    this.#clock = options.clock ?? (() => performance.now());
  }

  /** Groups that a person is in; of the caller, as they are signed in. */
  async groupsOf(
    userRef: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const isCaller =
      this.#auth.isPrincipal(credentials, 'user') &&
      credentials.principal.userEntityRef === userRef;
    const key = `${isCaller ? 'caller' : 'catalog'} ${userRef}`;
    const known = this.#groups.get(key);
    if (known && this.#clock() - known.at < MAX_AGE_MS) {
      return known.groups;
    }
    const groups = isCaller
      ? this.#signedIn(credentials)
      : this.#inCatalog(userRef);
    if (this.#groups.size >= MAX_ENTRIES) {
      this.#groups.clear();
    }
    this.#groups.set(key, { at: this.#clock(), groups });
    // A failure is not remembered.
    groups.catch(() => this.#groups.delete(key));
    return groups;
  }

  async exists(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const entity = await this.#catalog.getEntityByRef(ref, { credentials });
    return entity !== undefined;
  }

  async #signedIn(credentials: BackstageCredentials): Promise<string[]> {
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    return ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
  }

  async #inCatalog(userRef: string): Promise<string[]> {
    const entity = await this.#catalog.getEntityByRef(userRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return (entity?.relations ?? [])
      .filter(({ type }) => type === RELATION_MEMBER_OF)
      .map(({ targetRef }) => targetRef);
  }
}
