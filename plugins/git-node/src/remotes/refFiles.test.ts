import { rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestGitRoot } from '../testUtils';
import { branchCommit, headBranch } from './refFiles';

describe('refs in files', () => {
  let root: TestGitRoot;
  let gitDir: string;
  let commit: string;

  beforeEach(async () => {
    root = await TestGitRoot.create();
    commit = await root.commit('acme/orders', { a: '1' });
    await root.commit('acme/orders', { a: '2' }, { branch: 'main-2' });
    gitDir = root.repositoryPath('acme/orders');
  });
  afterEach(() => root.dispose());

  it('are the same loose and packed, and newer when loose', async () => {
    expect(await headBranch(gitDir)).toBe('main');
    expect(await branchCommit(gitDir, 'main')).toBe(commit);
    await root.git('acme/orders', ['pack-refs', '--all']);
    expect(await branchCommit(gitDir, 'main')).toBe(commit);
    const next = await root.commit('acme/orders', { a: '3' });
    expect(await branchCommit(gitDir, 'main')).toBe(next);
    expect(await branchCommit(gitDir, 'gone')).toBeUndefined();
    expect(await branchCommit(gitDir, 'in-2')).toBeUndefined();
  });

  it('do not tell where they are something else', async () => {
    const branch = join(gitDir, 'refs/heads/main');
    await rename(branch, join(gitDir, 'away'));
    await symlink('/etc/hostname', branch);
    expect(await branchCommit(gitDir, 'main')).toBeUndefined();
    await writeFile(join(gitDir, 'HEAD'), `${commit}\n`);
    expect(await headBranch(gitDir)).toBeUndefined();
    await writeFile(join(gitDir, 'HEAD'), 'ref: refs/heads/.invalid\n');
    expect(await headBranch(gitDir)).toBeUndefined();
  });
});
