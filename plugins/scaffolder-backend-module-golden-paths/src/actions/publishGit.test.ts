import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { CliGitService, createIntegrationCredentials } from '@waymark/git-node';
import { TestGitRoot } from '@waymark/git-node/testUtils';
import { createPublishGitAction } from './createPublishGitAction';

const config = new ConfigReader({
  integrations: {
    gitea: [{ host: 'localhost:7007', baseUrl: 'http://localhost:7007/forge' }],
  },
});
const integrations = ScmIntegrations.fromConfig(config);

describe('publish:git', () => {
  let root: TestGitRoot;
  let workspacePath: string;
  beforeEach(async () => {
    root = await TestGitRoot.create();
    workspacePath = await mkdtemp(path.join(tmpdir(), 'workspace-'));
    await mkdir(path.join(workspacePath, 'bin'));
    await writeFile(path.join(workspacePath, 'README.md'), '# Orders\n');
    await writeFile(path.join(workspacePath, 'bin/start.sh'), '#!/bin/sh\n', {
      mode: 0o755,
    });
    await writeFile(path.join(workspacePath, '.gitignore'), 'secret\n');
    await writeFile(path.join(workspacePath, 'secret'), 'x');
  });
  afterEach(async () => {
    await root.dispose();
    await rm(workspacePath, { recursive: true, force: true });
  });

  const git = new CliGitService({
    credentials: createIntegrationCredentials(config),
    cacheDirectory: path.join(tmpdir(), 'publish-git-test'),
  });

  async function publish(input: object, isDryRun = false) {
    const output: Record<string, unknown> = {};
    const context = createMockActionContext({ input, workspacePath });
    const action = createPublishGitAction({ git, integrations, config });
    await action.handler({
      ...context,
      isDryRun,
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
    } as Parameters<typeof action.handler>[0]);
    return output;
  }

  it('makes the workspace the first commit, with modes and without what is ignored', async () => {
    const remoteUrl = await root.init('acme/orders');
    const { commitHash } = await publish({
      remoteUrl,
      gitCommitMessage: 'Begin',
      gitAuthorName: 'Ada',
      gitAuthorEmail: 'ada@acme.example',
    });

    const repository = await git.open({ url: remoteUrl });
    expect(await repository.revParse('main')).toBe(commitHash);
    const [commit] = await repository.log({ ref: 'main' });
    expect(commit).toMatchObject({
      subject: 'Begin',
      authorName: 'Ada',
      parents: [],
    });
    const files = await repository.lsTree({
      commit: String(commitHash),
      recursive: true,
    });
    expect(files.map(({ mode, path: file }) => [mode, file])).toEqual([
      ['100644', '.gitignore'],
      ['100644', 'README.md'],
      ['100755', 'bin/start.sh'],
    ]);
  });

  it('is done once, however often it is asked for', async () => {
    const remoteUrl = await root.init('acme/orders');
    const first = await publish({ remoteUrl });
    // Another time gives another commit of the same files.
    const again = await publish({ remoteUrl, gitCommitMessage: 'Again' });
    expect(again.commitHash).toBe(first.commitHash);

    await writeFile(path.join(workspacePath, 'README.md'), 'Other');
    await expect(publish({ remoteUrl })).rejects.toThrow(
      /The branch main of .* has other content already; choose another name/,
    );
  });

  it('says which remote is not there', async () => {
    const remoteUrl = path.join(root.path, 'nowhere.git');
    await expect(publish({ remoteUrl })).rejects.toThrow(/nowhere/);
  });

  it('reads what the picker of repositories gives, and touches nothing in a dry run', async () => {
    expect(
      await publish({ repoUrl: 'localhost:7007?owner=acme&repo=orders' }, true),
    ).toEqual({
      remoteUrl: 'http://localhost:7007/forge/acme/orders.git',
      repoContentsUrl:
        'http://localhost:7007/forge/acme/orders/src/branch/main/',
    });
    await expect(publish({}, true)).rejects.toThrow(
      "Give either 'repoUrl' or 'remoteUrl'",
    );
    await expect(
      publish({ repoUrl: 'unknown.example?owner=acme&repo=orders' }, true),
    ).rejects.toThrow(/unknown\.example/);
  });
});
