import { InputError } from '@backstage/errors';
import { streamGit } from '../command/runGit';
import { GitBlob } from '../types';
import { BatchParser } from './BatchParser';
import type { RepositoryAccess } from './CliGitRepository';

const OBJECT_ID = /^[0-9a-f]{40,64}$/;

/** Reads many blobs with one `git cat-file --batch`. */
export async function readBlobs(
  access: RepositoryAccess,
  options: { ids: string[]; maxBytes: number; signal?: AbortSignal },
): Promise<GitBlob[]> {
  const { ids, maxBytes, signal } = options;
  const bad = ids.find(id => !OBJECT_ID.test(id));
  if (bad !== undefined) {
    throw new InputError(`Not an object id: ${JSON.stringify(bad)}`);
  }
  if (ids.length === 0) {
    return [];
  }
  const parser = new BatchParser({ maxBytes });
  await streamGit(
    {
      ...access,
      args: ['cat-file', '--batch'],
      input: `${ids.join('\n')}\n`,
      signal,
    },
    chunk => parser.push(chunk),
  );
  return parser.finish(ids);
}
