import { createHash } from 'node:crypto';
import { graphql } from 'graphql';
import { TestServer } from '../server/TestServer';
import { Answer, Call, Fault, RecordedRequest } from '../server/types';
import { GithubApps } from './GithubApps';
import { createResolvers } from './resolvers';
import { githubSchema } from './schema';
import { GithubOrganisation } from './types';

/**
 * GitHub Enterprise Server as Backstage reads it: GraphQL, contents, and the
 * tokens of GitHub Apps. What it holds may be changed between requests.
 */
export class FakeGithub {
  readonly organisations: GithubOrganisation[];
  readonly apps: GithubApps;
  /** Personal access tokens that it accepts. */
  readonly tokens: Set<string>;
  readonly #server: TestServer;

  private constructor(
    organisations: GithubOrganisation[],
    start: { server: TestServer; apps: GithubApps; tokens: Set<string> },
  ) {
    this.organisations = organisations;
    this.apps = start.apps;
    this.tokens = start.tokens;
    this.#server = start.server;
  }

  static async start(options: {
    organisations: GithubOrganisation[];
    tokens?: string[];
  }): Promise<FakeGithub> {
    const { organisations } = options;
    const apps = new GithubApps(organisations);
    const tokens = new Set(options.tokens);
    const server: TestServer = await TestServer.start(
      call =>
        apps.answer(call) ??
        (isAuthorised(call, apps, tokens)
          ? route(call, organisations, server.url)
          : { status: 401, body: { message: 'Bad credentials' } }),
    );
    return new FakeGithub(organisations, { server, apps, tokens });
  }

  get host(): string {
    return this.#server.host;
  }
  get url(): string {
    return this.#server.url;
  }
  get apiUrl(): string {
    return `${this.url}/api/v3`;
  }
  get requests(): readonly RecordedRequest[] {
    return this.#server.requests;
  }

  /** The organisation, repository or team that a test changes. */
  organisation(login: string): GithubOrganisation {
    const found = this.organisations.find(o => o.login === login);
    if (!found) {
      throw new Error(`There is no organisation ${login}`);
    }
    return found;
  }

  fail(fault: Fault): void {
    this.#server.fail(fault);
  }
  recover(): void {
    this.#server.recover();
  }
  stop(): Promise<void> {
    return this.#server.stop();
  }
}

function isAuthorised(
  call: Call,
  apps: GithubApps,
  tokens: Set<string>,
): boolean {
  const [, token = ''] =
    /^(?:bearer|token) (.+)$/i.exec(String(call.headers.authorization)) ?? [];
  return tokens.has(token) || apps.accepts(token);
}

function route(
  call: Call,
  organisations: readonly GithubOrganisation[],
  url: string,
): Promise<Answer> | Answer | undefined {
  if (call.url.pathname === '/api/graphql') {
    return query(call, createResolvers({ organisations, url }));
  }
  return readContents(call, organisations);
}

async function query(call: Call, rootValue: object): Promise<Answer> {
  const { query: source, variables } = JSON.parse(call.body);
  return {
    body: await graphql({
      schema: githubSchema,
      source,
      rootValue,
      variableValues: variables,
    }),
  };
}

/** `GET /repos/{owner}/{repo}/contents/{path}`, raw. */
function readContents(
  call: Call,
  organisations: readonly GithubOrganisation[],
): Answer | undefined {
  const [, owner, name, path] =
    /^\/api\/v3\/repos\/([^/]+)\/([^/]+)\/contents\/(.+)$/.exec(
      decodeURIComponent(call.url.pathname),
    ) ?? [];
  if (!owner) {
    return undefined;
  }
  const repository = organisations
    .find(o => o.login === owner)
    ?.repositories.find(r => r.name === name || r.formerName === name);
  if (repository && repository.name !== name) {
    const location = `/api/v3/repos/${owner}/${repository.name}/contents/${path}${call.url.search}`;
    return { status: 301, headers: { location } };
  }
  const text = repository?.files[path];
  if (text === undefined) {
    return { status: 404, body: { message: 'Not Found' } };
  }
  const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
  return call.headers['if-none-match'] === etag
    ? { status: 304, headers: { etag } }
    : {
        headers: { etag, 'content-type': 'application/vnd.github.v3.raw' },
        body: text,
      };
}
