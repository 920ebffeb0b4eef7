import { TestServer } from '../server/TestServer';
import { Answer, Call, Fault, RecordedRequest } from '../server/types';
import { Grants } from './Grants';
import { PROFILES } from './profiles';
import { SigningKey } from './SigningKey';
import { FakePerson, Grant } from './types';

const AUTHORIZE =
  /^\/(?:login\/oauth\/authorize|oauth\/authorize|authorize|[^/]+\/oauth2\/v2\.0\/authorize)$/;
const TOKEN =
  /^\/(?:login\/oauth\/access_token|oauth\/token|token|[^/]+\/oauth2\/v2\.0\/token)$/;
const LIFETIME_S = 3600;

/**
 * An OAuth 2.0 authorization server with the addresses of GitHub, GitLab,
 * Microsoft and of any OpenID Connect provider. `person` is who sits at the
 * browser; nobody means that the person declines.
 */
export class FakeIdentityProvider {
  person: FakePerson | undefined;
  readonly clientId = 'waymark';
  readonly clientSecret = 'client-secret';
  readonly #grants = new Grants();
  readonly #key = new SigningKey();
  #server!: TestServer;

  private constructor() {}

  static async start(): Promise<FakeIdentityProvider> {
    const self = new FakeIdentityProvider();
    self.#server = await TestServer.start(call => self.#answer(call));
    return self;
  }

  get url(): string {
    return this.#server.url;
  }
  get host(): string {
    return this.#server.host;
  }
  get requests(): readonly RecordedRequest[] {
    return this.#server.requests;
  }

  /** As when an administrator ends all sessions. */
  revokeAll(): void {
    this.#grants.revokeAll();
  }
  fail(fault: Fault): void {
    this.#server.fail(fault);
  }
  stop(): Promise<void> {
    return this.#server.stop();
  }

  #answer(call: Call): Answer | undefined {
    const { pathname } = call.url;
    if (AUTHORIZE.test(pathname)) {
      return this.#authorize(call.url.searchParams);
    }
    if (TOKEN.test(pathname)) {
      return this.#token(call);
    }
    if (pathname in PROFILES) {
      const [, token = ''] =
        /^(?:bearer|token) (.+)$/i.exec(String(call.headers.authorization)) ??
        [];
      const grant = this.#grants.byAccessToken(
        call.url.searchParams.get('access_token') ?? token,
      );
      return grant
        ? { body: PROFILES[pathname](grant.person, this.url) }
        : { status: 401, body: { message: 'Bad credentials' } };
    }
    return this.#discovery(pathname);
  }

  #authorize(query: URLSearchParams): Answer {
    if (query.get('client_id') !== this.clientId) {
      return { status: 400, body: { error: 'invalid_client' } };
    }
    const redirectUri = query.get('redirect_uri') ?? '';
    const location = new URL(redirectUri);
    location.searchParams.set('state', query.get('state') ?? '');
    if (this.person) {
      const grant = {
        person: this.person,
        redirectUri,
        scope: query.get('scope') ?? '',
        nonce: query.get('nonce') ?? undefined,
        codeChallenge: query.get('code_challenge') ?? undefined,
      };
      location.searchParams.set('code', this.#grants.createCode(grant));
    } else {
      location.searchParams.set('error', 'access_denied');
    }
    return { status: 302, headers: { location: location.toString() } };
  }

  #token(call: Call): Answer {
    const request = new URLSearchParams(call.body);
    if (!this.#isClient(call, request)) {
      return { status: 401, body: { error: 'invalid_client' } };
    }
    const grant =
      request.get('grant_type') === 'refresh_token'
        ? this.#grants.redeemRefreshToken(request)
        : this.#grants.redeemCode(request);
    return grant
      ? { body: this.#tokenResponse(grant, call.url.pathname) }
      : { status: 400, body: { error: 'invalid_grant' } };
  }

  #isClient(call: Call, request: URLSearchParams): boolean {
    const basic = Buffer.from(`${this.clientId}:${this.clientSecret}`).toString(
      'base64',
    );
    return (
      call.headers.authorization === `Basic ${basic}` ||
      (request.get('client_id') === this.clientId &&
        request.get('client_secret') === this.clientSecret)
    );
  }

  #tokenResponse(grant: Grant, pathname: string): object {
    const { accessToken, refreshToken } = this.#grants.createTokens(grant);
    const bearer = {
      access_token: accessToken,
      token_type: 'bearer',
      scope: grant.scope,
    };
    // An OAuth app of GitHub gets a token without end and nothing to renew it.
    return pathname === '/login/oauth/access_token'
      ? bearer
      : {
          ...bearer,
          refresh_token: refreshToken,
          expires_in: LIFETIME_S,
          id_token: this.#idToken(grant),
        };
  }

  #idToken({ person, nonce }: Grant): string {
    const now = Math.floor(Date.now() / 1000);
    return this.#key.sign({
      iss: this.url,
      sub: person.id,
      aud: this.clientId,
      iat: now,
      exp: now + LIFETIME_S,
      ...(nonce && { nonce }),
    });
  }

  #discovery(pathname: string): Answer | undefined {
    if (pathname === '/jwks') {
      return { body: { keys: [this.#key.publicJwk] } };
    }
    return pathname === '/.well-known/openid-configuration'
      ? {
          body: {
            issuer: this.url,
            authorization_endpoint: `${this.url}/authorize`,
            token_endpoint: `${this.url}/token`,
            userinfo_endpoint: `${this.url}/userinfo`,
            jwks_uri: `${this.url}/jwks`,
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
          },
        }
      : undefined;
  }
}
