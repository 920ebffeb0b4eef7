import { createVerify, generateKeyPairSync, KeyObject } from 'node:crypto';
import { Answer, Call } from '../server/types';
import { GithubOrganisation } from './types';

const TOKEN_LIFETIME_MS = 3_600_000;

/** One GitHub App, its installations and the tokens that they get. */
export class GithubApps {
  readonly appId = 4711;
  /** PEM, as in `integrations.github[].apps[].privateKey`. */
  readonly privateKey: string;
  readonly #publicKey: KeyObject;
  readonly #organisations: readonly GithubOrganisation[];
  readonly #tokens = new Map<string, number>();

  constructor(organisations: readonly GithubOrganisation[]) {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#organisations = organisations;
    this.#publicKey = keys.publicKey;
    this.privateKey = keys.privateKey
      .export({ type: 'pkcs1', format: 'pem' })
      .toString();
  }

  accepts(token: string): boolean {
    return (this.#tokens.get(token) ?? 0) > Date.now();
  }

  /** Makes every token that was given out worthless. */
  revokeTokens(): void {
    this.#tokens.clear();
  }

  answer(call: Call): Answer | undefined {
    const { pathname } = call.url;
    if (pathname === '/api/v3/app/installations') {
      return this.#isApp(call)
        ? { body: this.#organisations.map((o, i) => installation(o, i + 1)) }
        : { status: 401, body: { message: 'A JSON web token is required' } };
    }
    const [, id] =
      /^\/api\/v3\/app\/installations\/(\d+)\/access_tokens$/.exec(pathname) ??
      [];
    if (id === undefined) {
      return undefined;
    }
    if (!this.#isApp(call)) {
      return { status: 401, body: { message: 'A JSON web token is required' } };
    }
    if (!this.#organisations[Number(id) - 1]) {
      return { status: 404, body: { message: 'Not Found' } };
    }
    return { status: 201, body: this.#createToken(id) };
  }

  #createToken(id: string) {
    const token = `ghs_${id}_${this.#tokens.size}_${Date.now()}`;
    const expires = Date.now() + TOKEN_LIFETIME_MS;
    this.#tokens.set(token, expires);
    return {
      token,
      expires_at: new Date(expires).toISOString(),
      permissions: { contents: 'read', members: 'read', metadata: 'read' },
      repository_selection: 'all',
    };
  }

  #isApp(call: Call): boolean {
    const [header, payload, signature] = String(call.headers.authorization)
      .replace(/^bearer /i, '')
      .split('.');
    if (!signature) {
      return false;
    }
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return (
      Number(claims.iss) === this.appId &&
      claims.exp * 1000 > Date.now() &&
      createVerify('RSA-SHA256')
        .update(`${header}.${payload}`)
        .verify(this.#publicKey, signature, 'base64url')
    );
  }
}

function installation(organisation: GithubOrganisation, id: number) {
  return {
    id,
    app_id: 4711,
    target_type: 'Organization',
    account: { login: organisation.login, type: 'Organization' },
    repository_selection: 'all',
    suspended_by: null,
  };
}
