import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GitCommandError } from '../command/runGit';

const LOOK_EVERY_MS = 500;
/** What git names a pack that it is still receiving. */
const PARTIAL_PACK = /^tmp_pack_/;

/**
 * Ends a fetch that downloads more than allowed: git itself has no bound, and
 * a remote decides how much it sends. What was received is removed, also after
 * any other failure.
 *
 * @throws GitCommandError `too-large`
 */
export async function guardDownload<T>(
  options: { gitDir: string; maxBytes: number; signal?: AbortSignal },
  fetch: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { gitDir, maxBytes } = options;
  const folder = join(gitDir, 'objects', 'pack');
  const beyond = new AbortController();
  const signal = options.signal
    ? AbortSignal.any([options.signal, beyond.signal])
    : beyond.signal;
  const timer = setInterval(async () => {
    if ((await partialBytes(folder)) > maxBytes) {
      beyond.abort();
    }
  }, LOOK_EVERY_MS);
  try {
    return await fetch(signal);
  } catch (error) {
    await removePartial(folder);
    if (beyond.signal.aborted) {
      throw new GitCommandError({
        subcommand: 'fetch',
        reason: `downloads more than ${maxBytes} bytes`,
        stderr: '',
        failure: 'too-large',
      });
    }
    throw error;
  } finally {
    clearInterval(timer);
  }
}

async function partialPacks(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter(name => PARTIAL_PACK.test(name))
    .map(name => join(folder, name));
}

async function partialBytes(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (
      await partialPacks(folder)
    ).map(path =>
      stat(path).then(
        found => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function removePartial(folder: string): Promise<void> {
  for (const path of await partialPacks(folder)) {
    await rm(path, { force: true });
  }
}
