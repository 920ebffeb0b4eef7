import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, type APIRequestContext } from '@playwright/test';
import { bearer } from './api';
import { adminToken, dataFolder } from './truth';

const FILE = 'catalog-info.yaml';
const PERSON = {
  GIT_AUTHOR_NAME: 'End-to-end test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'End-to-end test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

function git(repository: string, args: string[], input?: string): string {
  const gitDir = path.join(dataFolder, 'example/git', `${repository}.git`);
  return execFileSync('git', [`--git-dir=${gitDir}`, ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, ...PERSON },
  });
}

/** The catalog file of a repository of the example, as it is now. */
export const descriptorOf = (repository: string) =>
  git(repository, ['show', `HEAD:${FILE}`]);

/** Pushes another catalog file, and tells the portal of the push as a hook would. */
export async function pushDescriptor(
  request: APIRequestContext,
  repository: string,
  text: string,
): Promise<void> {
  const blob = git(repository, ['hash-object', '-w', '--stdin'], text).trim();
  const tree = git(repository, ['ls-tree', 'HEAD'])
    .split('\n')
    .filter(row => row !== '' && !row.endsWith(`\t${FILE}`));
  const top = git(
    repository,
    ['mktree'],
    `${[...tree, `100644 blob ${blob}\t${FILE}`].join('\n')}\n`,
  ).trim();
  const parent = git(repository, ['rev-parse', 'HEAD']).trim();
  const args = ['commit-tree', top, '-p', parent, '-m', 'test: a push'];
  const commit = git(repository, args).trim();
  const branch = git(repository, ['symbolic-ref', 'HEAD']).trim();
  git(repository, ['update-ref', branch, commit, parent]);
  const refreshed = await request.post('/api/catalog-git/refresh', {
    ...bearer(adminToken),
    data: { repository },
  });
  expect(refreshed.status()).toBe(202);
}
