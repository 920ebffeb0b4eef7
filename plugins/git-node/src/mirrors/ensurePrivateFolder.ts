import { lstat, mkdir } from 'node:fs/promises';
import { ServiceUnavailableError } from '@backstage/errors';

const WRITABLE_BY_OTHERS = 0o022;

/**
 * Makes a folder that only this user may enter, or checks the one that is
 * there: git runs on what lies in it, so nobody else may have put it there.
 *
 * @throws ServiceUnavailableError naming the setting
 */
export async function ensurePrivateFolder(path: string): Promise<void> {
  const refuse = (reason: string) =>
    new ServiceUnavailableError(
      `The folder of Git mirrors ${path} ${reason}; set waymark.git.cacheDirectory to a folder that only the user of the portal can write`,
    );
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw refuse(`cannot be made (${(error as Error).message})`);
  }
  // Not stat: a link may point to another place tomorrow.
  const found = await lstat(path);
  if (!found.isDirectory()) {
    throw refuse('is not a folder');
  }
  if (process.getuid && found.uid !== process.getuid()) {
    throw refuse(`belongs to another user (${found.uid})`);
  }
  if (process.getuid && (found.mode & WRITABLE_BY_OTHERS) !== 0) {
    const mode = (found.mode & 0o777).toString(8);
    throw refuse(`can be written by other users (mode ${mode})`);
  }
}
