import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;

export interface LogLine {
  level: string;
  msg: string;
  trace_id?: string;
  [field: string]: unknown;
}

export interface StartedJob {
  /** Waits until a line with this message was logged. */
  logged(message: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<{ code: number | null; log: LogLine[]; output: string }>;
}

export function metricsDirectory(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'metrics-'));
}

/** Starts the job as a process of its own, as a scheduler does: with nothing but these variables. */
export function startJob(
  env: Record<string, string>,
  args: string[] = [],
): StartedJob {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const lines = () =>
    output
      .split('\n')
      .filter(line => line.startsWith('{'))
      .map(line => JSON.parse(line) as LogLine);
  return {
    async logged(message) {
      while (!output.includes(`"msg":"${message}"`)) {
        await once(child.stdout, 'data');
      }
    },
    kill: signal => child.kill(signal),
    ended: once(child, 'close').then(([code]) => ({
      code: code as number | null,
      log: lines(),
      output,
    })),
  };
}
