import { spawn } from 'node:child_process';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo, Socket } from 'node:net';

/**
 * How the server treats a request: `serve` answers as git does, `hang` never
 * answers, `trickle` sends a few bytes now and then, a number is the status of
 * an empty answer, an address a redirect.
 */
export type TestAnswer = 'serve' | 'hang' | 'trickle' | number | URL;

const TRICKLE_MS = 50;

/**
 * Serves a folder of bare repositories over git's smart HTTP protocol, through
 * `git http-backend`, and remembers what it was asked. For tests.
 */
export class TestGitServer {
  readonly requests: { path: string; authorization: string | undefined }[] = [];
  /** Decides about each request; by default everybody is served. */
  answer: (request: IncomingMessage) => TestAnswer = () => 'serve';
  readonly #server: Server;
  readonly #root: string;
  readonly #sockets = new Set<Socket>();

  private constructor(root: string) {
    this.#root = root;
    this.#server = createServer((req, res) => this.#handle(req, res));
    this.#server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async start(root: string): Promise<TestGitServer> {
    const server = new TestGitServer(root);
    await new Promise<void>(done => {
      server.#server.listen(0, '127.0.0.1', done);
    });
    return server;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** Address of a repository of the root. */
  repository(name: string): string {
    return `${this.url}/${name}.git`;
  }

  /** Serves only whoever brings this password; others get the status. */
  requirePassword(username: string, password: string, status = 401): void {
    const token = Buffer.from(`${username}:${password}`).toString('base64');
    this.answer = req =>
      req.headers.authorization === `Basic ${token}` ? 'serve' : status;
  }

  async stop(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    await new Promise(done => this.#server.close(done));
  }

  #handle(req: IncomingMessage, res: ServerResponse) {
    const path = req.url ?? '';
    this.requests.push({ path, authorization: req.headers.authorization });
    const answer = this.answer(req);
    if (answer === 'serve') {
      this.#serve(req, res);
    } else if (answer === 'trickle') {
      trickle(res);
    } else if (answer instanceof URL) {
      res.writeHead(301, { location: new URL(path, answer).href }).end();
    } else if (answer !== 'hang') {
      const headers = answer === 401 ? { 'www-authenticate': 'Basic' } : {};
      res.writeHead(answer, headers).end();
    }
  }

  #serve(req: IncomingMessage, res: ServerResponse) {
    const [path, query] = (req.url ?? '').split('?');
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: this.#root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: decodeURIComponent(path),
        QUERY_STRING: query ?? '',
        REQUEST_METHOD: req.method,
        CONTENT_TYPE: req.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: req.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: (req.headers['git-protocol'] as string) ?? '',
      },
    });
    // A client may go away, and git may end, before everything is read.
    backend.stdin.on('error', () => {});
    req.pipe(backend.stdin);
    const chunks: Buffer[] = [];
    backend.stdout.on('data', chunk => chunks.push(chunk));
    backend.on('close', () => {
      const all = Buffer.concat(chunks);
      const end = all.indexOf('\r\n\r\n');
      for (const line of all.toString('latin1', 0, end).split('\r\n')) {
        const [name, value] = line.split(': ');
        if (name === 'Status') {
          res.statusCode = Number(value.split(' ')[0]);
        } else if (value !== undefined) {
          res.setHeader(name, value);
        }
      }
      res.end(all.subarray(end + 4));
    });
  }
}

/** A well-formed beginning, one byte at a time, without an end. */
function trickle(res: ServerResponse) {
  res.writeHead(200, {
    'content-type': 'application/x-git-upload-pack-advertisement',
  });
  const timer = setInterval(() => res.write('0'), TRICKLE_MS);
  res.on('close', () => clearInterval(timer));
}
