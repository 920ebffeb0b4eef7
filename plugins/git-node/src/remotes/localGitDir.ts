import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { runGit } from '../command/runGit';

/** True for a folder that has the three marks of a bare repository. */
export async function isBareRepository(path: string): Promise<boolean> {
  const [head, objects, refs] = await Promise.all([
    kindOf(join(path, 'HEAD')),
    kindOf(join(path, 'objects')),
    kindOf(join(path, 'refs')),
  ]);
  return head === 'file' && objects === 'folder' && refs === 'folder';
}

/**
 * The git directory of a repository on disk: the folder itself when it is
 * bare, else that of the checkout.
 *
 * @throws NotFoundError when there is no repository
 */
export async function localGitDir(path: string): Promise<string> {
  if (await isBareRepository(path)) {
    return path;
  }
  const dotGit = join(path, '.git');
  const found = await stat(dotGit).catch(() => undefined);
  if (found?.isDirectory()) {
    return dotGit;
  }
  if (found?.isFile()) {
    // A linked worktree: the file points to the real directory.
    const { stdout } = await runGit({
      args: ['-C', path, 'rev-parse', '--absolute-git-dir'],
    });
    return stdout.toString('utf8').trim();
  }
  throw new NotFoundError(`There is no Git repository at ${path}`);
}

async function kindOf(path: string) {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isFile()) {
    return 'file';
  }
  return found?.isDirectory() ? 'folder' : undefined;
}
