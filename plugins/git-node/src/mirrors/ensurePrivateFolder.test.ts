import {
  chmod,
  mkdir,
  mkdtemp,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePrivateFolder } from './ensurePrivateFolder';

describe('ensurePrivateFolder', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'private-folder-'));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(root, { recursive: true, force: true });
  });

  it('makes a folder that nobody else may enter, and accepts it again', async () => {
    const path = join(root, 'a/b');
    await ensurePrivateFolder(path);
    expect((await stat(path)).mode % 0o1000).toBe(0o700);
    await expect(ensurePrivateFolder(path)).resolves.toBeUndefined();
  });

  it('accepts a folder of ours that others may read', async () => {
    const path = join(root, 'readable');
    await mkdir(path);
    await chmod(path, 0o755);
    await expect(ensurePrivateFolder(path)).resolves.toBeUndefined();
  });

  it.each([0o777, 0o770, 0o1777, 0o702])(
    'refuses mode %i, which others can write',
    async mode => {
      const path = join(root, 'open');
      await mkdir(path);
      await chmod(path, mode);
      await expect(ensurePrivateFolder(path)).rejects.toThrow(
        /can be written by other users .*set waymark\.git\.cacheDirectory/,
      );
    },
  );

  it('refuses a folder of somebody else', async () => {
    const { uid } = await stat(root);
    jest.spyOn(process, 'getuid' as never).mockReturnValue((uid + 1) as never);
    await expect(ensurePrivateFolder(root)).rejects.toThrow(
      `belongs to another user (${uid}); set waymark.git.cacheDirectory`,
    );
  });

  it('refuses a link and a file', async () => {
    await symlink(tmpdir(), join(root, 'link'));
    await expect(ensurePrivateFolder(join(root, 'link'))).rejects.toThrow(
      'is not a folder; set waymark.git.cacheDirectory',
    );
    await writeFile(join(root, 'file'), '');
    await expect(ensurePrivateFolder(join(root, 'file'))).rejects.toThrow(
      'set waymark.git.cacheDirectory',
    );
  });
});
