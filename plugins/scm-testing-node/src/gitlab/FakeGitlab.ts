import { graphql } from 'graphql';
import { TestServer } from '../server/TestServer';
import { Answer, Call, Fault, RecordedRequest } from '../server/types';
import { createResolvers } from './resolvers';
import { answerRest } from './restRoutes';
import { gitlabSchema } from './schema';
import { GitlabInstance } from './types';

/** GitLab as Backstage reads it: REST v4 with pages, GraphQL. What it holds may be changed between requests. */
export class FakeGitlab {
  readonly instance: GitlabInstance;
  /** Access tokens that it accepts. */
  readonly tokens: Set<string>;
  readonly #server: TestServer;

  private constructor(
    instance: GitlabInstance,
    server: TestServer,
    tokens: Set<string>,
  ) {
    this.instance = instance;
    this.tokens = tokens;
    this.#server = server;
  }

  static async start(options: {
    instance: GitlabInstance;
    tokens: string[];
  }): Promise<FakeGitlab> {
    const tokens = new Set(options.tokens);
    const server: TestServer = await TestServer.start(call =>
      isAuthorised(call, tokens)
        ? route(call, options.instance, server.url)
        : unauthorised(call),
    );
    return new FakeGitlab(options.instance, server, tokens);
  }

  get host(): string {
    return this.#server.host;
  }
  get url(): string {
    return this.#server.url;
  }
  get apiUrl(): string {
    return `${this.url}/api/v4`;
  }
  get requests(): readonly RecordedRequest[] {
    return this.#server.requests;
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

function isAuthorised(call: Call, tokens: Set<string>): boolean {
  const [, bearer] =
    /^bearer (.+)$/i.exec(String(call.headers.authorization)) ?? [];
  return tokens.has(bearer ?? String(call.headers['private-token']));
}

function unauthorised(call: Call): Answer {
  return call.url.pathname === '/api/graphql'
    ? { status: 401, body: { errors: [{ message: 'Invalid token' }] } }
    : { status: 401, body: { message: '401 Unauthorized' } };
}

async function route(
  call: Call,
  instance: GitlabInstance,
  url: string,
): Promise<Answer | undefined> {
  if (call.url.pathname === '/api/graphql') {
    const { query, variables } = JSON.parse(call.body);
    return {
      body: await graphql({
        schema: gitlabSchema,
        source: query,
        rootValue: createResolvers(instance, url),
        variableValues: variables,
      }),
    };
  }
  return answerRest(call.url.pathname, {
    instance,
    url,
    query: call.url.searchParams,
  });
}
