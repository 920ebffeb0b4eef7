import { ResponseError } from '@backstage/errors';
import type {
  BackstageUserIdentity,
  DiscoveryApi,
  IdentityApi,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';
import { rememberedPerson } from './rememberedPerson';
import { refreshAt, sessionSchema, type Session } from './session';

const PERSON_HEADER = 'x-waymark-person';

export interface ExampleIdentityOptions {
  discoveryApi: DiscoveryApi;
  /** Entity ref, or bare name, of a user of the example organisation. */
  person: string;
}

interface ActiveSession {
  session: Session;
  refreshAtMs: number;
}

/**
 * Identity of a person of the example organisation.
 *
 * The backend hands out a token for whoever is named in the request header; it
 * does so only in example mode. A token is replaced shortly before it expires,
 * by the first call that needs it; parallel calls share that request.
 */
export class ExampleIdentity implements IdentityApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #person: string;
  #active: ActiveSession | undefined;
  #pending: Promise<Session> | undefined;

  private constructor(options: ExampleIdentityOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#person = options.person;
  }

  /**
   * Signs in, and remembers the person for the next reload.
   *
   * @throws ResponseError with the server's message, for example while the
   * catalog does not know the person yet.
   */
  static async signIn(
    options: ExampleIdentityOptions,
  ): Promise<ExampleIdentity> {
    const identity = new ExampleIdentity(options);
    const session = await identity.#session();
    rememberedPerson.set(session.backstageIdentity.identity.userEntityRef);
    return identity;
  }

  async getProfileInfo(): Promise<ProfileInfo> {
    return (await this.#session()).profile;
  }

  async getBackstageIdentity(): Promise<BackstageUserIdentity> {
    return (await this.#session()).backstageIdentity.identity;
  }

  async getCredentials(): Promise<{ token?: string }> {
    return { token: (await this.#session()).backstageIdentity.token };
  }

  /** The app returns to the sign-in page after this. */
  async signOut(): Promise<void> {
    rememberedPerson.clear();
    this.#active = undefined;
  }

  async #session(): Promise<Session> {
    if (this.#active && Date.now() < this.#active.refreshAtMs) {
      return this.#active.session;
    }
    this.#pending ??= this.#fetchSession().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetchSession(): Promise<Session> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('auth');
    // Not through the fetch API: that one waits for the identity made here.
    const response = await fetch(`${baseUrl}/example/refresh`, {
      headers: {
        [PERSON_HEADER]: this.#person,
        'X-Requested-With': 'XMLHttpRequest',
      },
      credentials: 'include',
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const session = sessionSchema.parse(await response.json());
    this.#active = {
      session,
      refreshAtMs: refreshAt(session.backstageIdentity.token, Date.now()),
    };
    return session;
  }
}
