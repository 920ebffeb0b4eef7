import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { TestGitRoot } from '../testUtils';
import { listRepositories } from './listRepositories';
import { readGitProviders } from './readGitProviders';

describe('listRepositories', () => {
  let root: TestGitRoot;
  const provider = (settings: object) =>
    readGitProviders(
      new ConfigReader({
        catalog: {
          providers: { git: { p: { baseUrl: 'http://h/git', ...settings } } },
        },
      }),
    )[0];

  beforeEach(async () => {
    root = await TestGitRoot.create();
  });
  afterEach(() => root.dispose());

  it('finds bare repositories at any depth, by include and exclude', async () => {
    await root.init('acme/orders');
    await root.init('acme/organisation');
    await root.init('umbrella/labs/toy');
    await mkdir(join(root.path, 'acme/not-a-repository'));
    const names = async (settings: object) =>
      (await listRepositories(provider({ root: root.path, ...settings }))).map(
        r => r.name,
      );
    await expect(names({})).resolves.toEqual([
      'acme/orders',
      'acme/organisation',
      'umbrella.labs/toy',
    ]);
    await expect(names({ exclude: ['*/organisation'] })).resolves.toEqual([
      'acme/orders',
      'umbrella.labs/toy',
    ]);
    await expect(names({ include: ['acme/*'] })).resolves.toEqual([
      'acme/orders',
      'acme/organisation',
    ]);
  });

  it('does not follow a symbolic link out of the root', async () => {
    const outside = await TestGitRoot.create();
    try {
      await outside.init('other/secret');
      await symlink(join(outside.path, 'other'), join(root.path, 'linked'));
      await expect(
        listRepositories(provider({ root: root.path })),
      ).resolves.toEqual([]);
    } finally {
      await outside.dispose();
    }
  });

  it('fails rather than call a missing root empty', async () => {
    await expect(
      listRepositories(provider({ root: join(root.path, 'gone') })),
    ).rejects.toThrow('Cannot list');
  });

  it('names single addresses', async () => {
    await expect(
      listRepositories(
        provider({
          urls: [
            'git@git.example.com:acme/orders.git',
            'https://git.example.com/team/sub/stock',
          ],
        }),
      ),
    ).resolves.toEqual([
      { name: 'acme/orders', url: 'git@git.example.com:acme/orders.git' },
      { name: 'sub/stock', url: 'https://git.example.com/team/sub/stock' },
    ]);
  });
});
