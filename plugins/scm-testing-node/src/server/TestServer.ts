import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { Answer, Call, Fault, RecordedRequest, Route } from './types';

/** An HTTP server on a free port of loopback, with a record of requests and with faults on demand. */
export class TestServer {
  readonly requests: RecordedRequest[] = [];
  readonly #server: Server;
  readonly #route: Route;
  #faults: Fault[] = [];

  private constructor(server: Server, route: Route) {
    this.#server = server;
    this.#route = route;
  }

  static async start(route: Route): Promise<TestServer> {
    const server = createServer();
    const self = new TestServer(server, route);
    server.on('request', (request, response) => self.#serve(request, response));
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    return self;
  }

  /** `127.0.0.1:<port>`. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  fail(fault: Fault): void {
    this.#faults.push({ ...fault });
  }

  recover(): void {
    this.#faults = [];
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    this.requests.push({
      method,
      path: url,
      authorization: headers.authorization,
    });
    const body = await readBody(request);
    const call = { method, url: new URL(url, this.url), headers, body };
    const answer =
      this.#takeFault(`${method} ${url}`) ?? (await this.#answer(call));
    send(response, answer, method);
  }

  async #answer(call: Call): Promise<Answer> {
    try {
      return (
        (await this.#route(call)) ?? {
          status: 404,
          body: { message: `No route for ${call.method} ${call.url.pathname}` },
        }
      );
    } catch (error) {
      return { status: 500, body: { message: String(error) } };
    }
  }

  #takeFault(request: string): Answer | undefined {
    const fault = this.#faults.find(
      f => f.on.test(request) && (f.times === undefined || f.times > 0),
    );
    if (fault?.times !== undefined) {
      fault.times -= 1;
    }
    return fault;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: Answer, method: string): void {
  const { status = 200, headers, body } = answer;
  const isText = typeof body === 'string';
  response.writeHead(status, {
    'content-type': isText ? 'text/plain' : 'application/json',
    ...headers,
  });
  const text = isText ? body : JSON.stringify(body ?? {});
  response.end(method === 'HEAD' || status === 304 ? undefined : text);
}
