import path from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import type { GitRepository } from '@waymark/git-node';

const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** The part of Gitea's `ContentsResponse` that readers use. */
export interface GiteaContents {
  type: 'file';
  name: string;
  path: string;
  sha: string;
  size: number;
  encoding: 'base64';
  content: string;
}

/**
 * One file of a commit.
 *
 * @throws NotFoundError when there is none, InputError when it is too large
 */
export async function readContents(options: {
  repository: Pick<GitRepository, 'stat' | 'readBlobs'>;
  commit: string;
  path: string;
}): Promise<GiteaContents> {
  const { repository, commit } = options;
  const entry = await repository.stat({ commit, path: options.path });
  if (entry?.type !== 'blob') {
    throw new NotFoundError(`There is no file ${options.path}`);
  }
  const [blob] = await repository.readBlobs({
    ids: [entry.id],
    maxBytes: MAX_FILE_BYTES,
  });
  if (blob.status !== 'ok') {
    throw new InputError(
      `${options.path} is larger than ${MAX_FILE_BYTES} bytes: clone the repository to have it`,
    );
  }
  return {
    type: 'file',
    name: path.posix.basename(entry.path),
    path: entry.path,
    sha: entry.id,
    size: blob.content.length,
    encoding: 'base64',
    content: blob.content.toString('base64'),
  };
}
