import { ChildProcess, spawn } from 'node:child_process';
import { PassThrough, type Readable } from 'node:stream';
import { ServiceUnavailableError } from '@backstage/errors';
import { GitConfigEntry, gitEnvironment } from './environment';
import { classifyFailure, GitFailure } from './failure';
import { redact } from './redact';

const DEFAULT_TIMEOUT_MS = 60_000;
const DEFAULT_MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const MAX_STDERR_BYTES = 16 * 1024;
const KILL_GRACE_MS = 2_000;

export interface GitCommand {
  /** Arguments after `git`; never joined into a shell line. */
  args: readonly string[];
  gitDir?: string;
  /** Written to the standard input, which is then closed. */
  input?: string;
  config?: readonly GitConfigEntry[];
  allowHttp?: boolean;
  /** Never asks a remote. */
  offline?: boolean;
  timeoutMs?: number;
  maxOutputBytes?: number;
  signal?: AbortSignal;
  /** Exit codes besides 0 that are answers rather than failures. */
  expectedExitCodes?: readonly number[];
}

export interface GitResult {
  exitCode: number;
  stdout: Buffer;
}

/**
 * A git command failed: the remote is unreachable, the call took too long, or
 * git refused. The message carries git's own words without credentials.
 */
export class GitCommandError extends ServiceUnavailableError {
  readonly stderr: string;
  readonly failure: GitFailure;

  constructor(options: {
    subcommand: string;
    reason: string;
    stderr: string;
    /** Default: what the words of git tell. */
    failure?: GitFailure;
  }) {
    const words = options.stderr.trim().split('\n').slice(-3).join('; ');
    super(
      `git ${options.subcommand} ${options.reason}${words && `: ${words}`}`,
    );
    this.stderr = options.stderr;
    this.failure = options.failure ?? classifyFailure(options.stderr);
  }
}

/** Runs git and hands its output to `onOutput` as it comes. */
export async function streamGit(
  command: GitCommand,
  onOutput: (chunk: Buffer, stop: () => void) => void,
): Promise<number> {
  const child = startGit(command);
  const stderr = collectStderr(child);
  const { signal, timeoutMs = DEFAULT_TIMEOUT_MS } = command;

  let stopped: { reason: string; failure: GitFailure } | undefined;
  const stop = (reason: string, failure: GitFailure) => {
    stopped ??= { reason, failure };
    terminate(child);
  };
  const onAbort = () => stop('was aborted', 'unreachable');
  const timer = setTimeout(
    () => stop(`took longer than ${timeoutMs / 1000} s`, 'timeout'),
    timeoutMs,
  );
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) {
    onAbort();
  }
  child.stdout?.on('data', (chunk: Buffer) =>
    onOutput(chunk, () => stop('wrote more than allowed', 'too-large')),
  );

  try {
    const exitCode = await exitOf(child);
    const expected = [0, ...(command.expectedExitCodes ?? [])];
    if (stopped || !expected.includes(exitCode)) {
      throw new GitCommandError({
        subcommand: command.args[0],
        reason: stopped?.reason ?? `failed with exit code ${exitCode}`,
        stderr: stopped ? '' : stderr(),
        failure: stopped?.failure,
      });
    }
    return exitCode;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** Runs git and collects its output, which is bounded. */
export async function runGit(command: GitCommand): Promise<GitResult> {
  const limit = command.maxOutputBytes ?? DEFAULT_MAX_OUTPUT_BYTES;
  const chunks: Buffer[] = [];
  let size = 0;
  const exitCode = await streamGit(command, (chunk, stop) => {
    size += chunk.length;
    if (size > limit) {
      stop();
    } else {
      chunks.push(chunk);
    }
  });
  return { exitCode, stdout: Buffer.concat(chunks) };
}

/**
 * Runs git and returns its output as a stream. A failure destroys the stream
 * with a {@link GitCommandError}; destroying the stream ends git.
 */
export function pipeGit(command: GitCommand): Readable {
  const child = startGit(command);
  const stderr = collectStderr(child);
  const { signal, timeoutMs = DEFAULT_TIMEOUT_MS } = command;
  // Node throws away what nobody reads yet when a child exits; a caller may
  // well need a moment before it reads.
  const output = new PassThrough();
  const fail = (reason: string, words = '', failure?: GitFailure) =>
    output.destroy(
      new GitCommandError({
        subcommand: command.args[0],
        reason,
        stderr: words,
        failure,
      }),
    );
  const timer = setTimeout(
    () => fail(`took longer than ${timeoutMs / 1000} s`, '', 'timeout'),
    timeoutMs,
  );
  const onAbort = () => fail('was aborted');
  signal?.addEventListener('abort', onAbort, { once: true });
  output.once('close', () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    terminate(child);
  });
  child.once('error', error => fail(`could not start: ${error.message}`));
  child.stdout?.pipe(output, { end: false });
  // `close` comes after the last byte: only now is it known whether they are all there is.
  child.once('close', code => {
    if (code === 0) {
      output.end();
    } else {
      fail(`failed with exit code ${code}`, stderr());
    }
  });
  return output;
}

function startGit(command: GitCommand): ChildProcess {
  const args = command.gitDir
    ? [`--git-dir=${command.gitDir}`, ...command.args]
    : [...command.args];
  const child = spawn('git', args, {
    shell: false,
    windowsHide: true,
    // A process group of its own: the helpers that talk to a remote end with git.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: gitEnvironment(command),
  });
  // git may exit before it has read everything; its exit code tells why.
  child.stdin?.on('error', () => {});
  child.stdin?.end(command.input ?? '');
  return child;
}

function collectStderr(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (text.length < MAX_STDERR_BYTES) {
      text += chunk.toString('utf8');
    }
  });
  return () => redact(text.slice(0, MAX_STDERR_BYTES));
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', error =>
      reject(
        new ServiceUnavailableError(
          `git could not be started, is it installed? ${error.message}`,
        ),
      ),
    );
    child.once('close', code => resolve(code ?? -1));
  });
}

/**
 * Ends git and its helpers. `git` alone would leave `git-remote-https` waiting
 * for a remote that never answers, with our pipe in its hand.
 */
function terminate(child: ChildProcess) {
  const ended = child.exitCode !== null || child.signalCode !== null;
  if (ended || child.pid === undefined) {
    return;
  }
  const group = -child.pid;
  signalGroup(group, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(group, 'SIGKILL'), KILL_GRACE_MS);
  // After `close` nobody of the group holds the pipe, and the id may be reused.
  child.once('close', () => clearTimeout(timer));
}

function signalGroup(group: number, signal: NodeJS.Signals) {
  try {
    process.kill(group, signal);
  } catch {
    // It has ended meanwhile.
  }
}
