import { ConflictError, isError } from '@backstage/errors';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Settings } from './domain/types';
import { generate, type Summary } from './generate';
import { differences, readSettings, settle, type Request } from './settings';

/** What became of a request: written now, or found as asked for. */
export type Outcome =
  | { status: 'generated'; out: string; settings: Settings; summary: Summary }
  | { status: 'exists'; out: string; settings: Settings };

const PARTIAL = '.partial-';

/**
 * Generates next to `out` and renames at the end, so `out` is either absent or
 * complete. What is already there is kept when it is what was asked for.
 */
export async function generateInto(options: {
  out: string;
  request: Request;
  now: Date;
  progress?: (done: number, total: number) => void;
}): Promise<Outcome> {
  const { request, now, progress } = options;
  const out = resolve(options.out);
  const existing = await readExisting(out);
  if (existing) {
    const other = differences(request, existing);
    if (other.length === 0)
      return { status: 'exists', out, settings: existing };
    throw new ConflictError(
      `${out} holds another organisation: ${other.join(
        '; ',
      )}. Remove the folder to generate anew, or choose another with --out.`,
    );
  }

  await mkdir(dirname(out), { recursive: true });
  await removeLeftovers(out);
  const folder = `${out}${PARTIAL}${process.pid}`;
  const settings = settle(request, now);
  const interruption = new AbortController();
  let received: NodeJS.Signals | undefined;
  const interrupted = (signal: NodeJS.Signals) => {
    received = signal;
    interruption.abort();
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    const { signal } = interruption;
    const summary = await generate({ folder, settings, progress, signal });
    await rename(folder, out);
    return { status: 'generated', out, settings, summary };
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    // Git may take a moment to let go of its files.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    // Tidied up; now end the way whoever sent the signal expects.
    if (received) process.kill(process.pid, received);
  }
}

const codeOf = (error: unknown) => (isError(error) ? error.code : undefined);

/** Settings of a complete output; undefined where there is nothing yet. */
async function readExisting(out: string): Promise<Settings | undefined> {
  let entries: string[];
  try {
    entries = await readdir(out);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  if (entries.length === 0) return undefined;
  try {
    return await readSettings(out);
  } catch (error) {
    throw new ConflictError(
      `${out} is not empty and was not made by the simulator. Choose another folder with --out.`,
      error,
    );
  }
}

/** A killed run leaves its partial folder; those of runs still alive stay. */
async function removeLeftovers(out: string) {
  const prefix = `${basename(out)}${PARTIAL}`;
  for (const name of await readdir(dirname(out))) {
    if (
      name.startsWith(prefix) &&
      !isAlive(Number(name.slice(prefix.length)))
    ) {
      await rm(join(dirname(out), name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
