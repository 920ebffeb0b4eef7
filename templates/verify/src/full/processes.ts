import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const KEPT_CHARS = 4_000;

export interface Ended {
  code: number | null;
  output: string;
}

export interface Program {
  output(): string;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
  /** Its end, or an error and its death if that takes longer. */
  endedWithin(milliseconds: number): Promise<Ended>;
}

export type Environment = Record<string, string | undefined>;

/** Starts a program in a process group of its own, so that nothing it starts outlives it. */
export function start(
  [command, ...args]: string[],
  options: { cwd: string; env: Environment },
): Program {
  const child = spawn(command, args, {
    ...options,
    env: options.env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (text: string) => {
    output += text;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const ended = new Promise<Ended>(resolve => {
    child.on('error', error => resolve({ code: null, output: String(error) }));
    child.on('close', code => resolve({ code, output }));
  });
  const killGroup = (signal: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  // Whatever ends the verification ends what it started.
  const farewell = () => killGroup('SIGKILL');
  process.on('exit', farewell);
  ended.finally(() => process.off('exit', farewell));
  return {
    output: () => output,
    // To the program alone, as Kubernetes does; its children are its own affair.
    kill: signal => child.kill(signal),
    ended,
    async endedWithin(milliseconds) {
      const limit = new AbortController();
      const result = await Promise.race([
        ended,
        sleep(milliseconds, undefined, { signal: limit.signal }),
      ]);
      limit.abort();
      if (result) return result;
      killGroup('SIGKILL');
      throw new Error(
        `did not end within ${milliseconds / 1_000} s\n${output}`,
      );
    },
  };
}

/** Runs a command to its end, and fails with the end of its output if it fails. */
export async function execute(
  command: string[],
  options: { cwd: string; env: Environment; limitMs?: number },
): Promise<void> {
  const program = start(command, options);
  const { code, output } = await program.endedWithin(
    options.limitMs ?? 10 * 60_000,
  );
  if (code !== 0) {
    throw new Error(
      `${command.join(' ')} ended with code ${code}\n${output.slice(
        -KEPT_CHARS,
      )}`,
    );
  }
}

/** Resolves when `condition` does so with something true; fails after the limit, or when the program ends. */
export async function until<T>(
  what: string,
  program: Program,
  condition: () => Promise<T | undefined | false>,
  limitMs = 30_000,
): Promise<T> {
  const over = new AbortController();
  program.ended.then(() => over.abort());
  const limit = Date.now() + limitMs;
  while (Date.now() < limit && !over.signal.aborted) {
    const result = await condition();
    if (result) return result;
    await sleep(50);
  }
  throw new Error(
    `${what}: not seen ${
      over.signal.aborted
        ? 'before the program ended'
        : `within ${limitMs / 1_000} s`
    }\n${program.output().slice(-KEPT_CHARS)}`,
  );
}

/** A port of this machine that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') {
    throw new Error('the system gave no port');
  }
  return address.port;
}
