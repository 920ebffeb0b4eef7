import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gitEnvironment } from '@waymark/git-node';
import { CgiHeadReader } from './cgiHead';

const KILL_GRACE_MS = 2_000;

export interface HttpBackendRequest {
  root: string;
  /** `/<owner>/<name>.git/<what git asks>`, decoded and checked. */
  path: string;
  /** Who pushes, for git's own messages; absent: nobody. */
  user: string | undefined;
  maxPushBytes: number;
  timeoutMs: number;
}

/**
 * Answers a request of a Git client through `git http-backend`. Resolves when
 * the answer is sent, to whether git was content; a client that hangs up ends
 * git.
 */
export function runHttpBackend(
  req: IncomingMessage,
  res: ServerResponse,
  options: HttpBackendRequest,
): Promise<boolean> {
  const { headers, method, url } = req;
  const git = spawn('git', ['http-backend'], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      ...gitEnvironment({ config: configOf(options) }),
      GIT_PROJECT_ROOT: options.root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: options.path,
      QUERY_STRING: url?.split('?')[1] ?? '',
      REQUEST_METHOD: method,
      CONTENT_TYPE: headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      ...(options.user && { REMOTE_USER: options.user }),
    },
  });
  const end = () => signalGroup(git.pid, 'SIGTERM');
  const timer = setTimeout(end, options.timeoutMs);
  res.once('close', end);
  // git ends when it has heard enough; its answer tells why.
  git.stdin.on('error', () => {});
  req.pipe(git.stdin);

  const reader = new CgiHeadReader();
  git.stdout.on('data', (piece: Buffer) => {
    const wasKnown = reader.head !== undefined;
    const body = reader.take(piece);
    if (reader.head && !wasKnown) {
      res.statusCode = reader.head.status;
      reader.head.headers.forEach(([name, value]) =>
        res.setHeader(name, value),
      );
    }
    if (body.length > 0 && !res.write(body)) {
      git.stdout.pause();
      res.once('drain', () => git.stdout.resume());
    }
  });
  return new Promise((resolve, reject) => {
    git.once('error', reject);
    git.once('close', code => {
      clearTimeout(timer);
      res.off('close', end);
      if (!reader.head) {
        res.statusCode = 502;
        res.setHeader('content-type', 'text/plain');
      }
      res.end();
      resolve(code === 0 && reader.head?.status === 200);
    });
  });
}

/** What a repository's own configuration cannot loosen. */
function configOf({ maxPushBytes }: HttpBackendRequest) {
  return [
    ['http.receivepack', 'true'],
    ['http.uploadpack', 'true'],
    ['receive.fsckObjects', 'true'],
    ['receive.maxInputSize', String(maxPushBytes)],
    ['receive.denyDeleteCurrent', 'refuse'],
    ['receive.autogc', 'true'],
    ['uploadpack.allowFilter', 'true'],
    ['uploadpack.allowAnySHA1InWant', 'true'],
  ] as const;
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals) {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    return; // It has ended.
  }
  if (signal === 'SIGTERM') {
    setTimeout(() => signalGroup(pid, 'SIGKILL'), KILL_GRACE_MS).unref();
  }
}
