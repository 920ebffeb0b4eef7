import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  TestDatabases,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createPublishGiteaAction } from '@backstage/plugin-scaffolder-backend-module-gitea';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { testForge, type TestForge } from './__testUtils__/testForge';

jest.setTimeout(60_000);

describe('what is upstream, unmodified', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let forge: TestForge;
  let workspacePath: string;
  beforeEach(async () => {
    forge = await testForge({ databases, anonymousRead: true });
    workspacePath = await mkdtemp(path.join(tmpdir(), 'workspace-'));
    await writeFile(path.join(workspacePath, 'README.md'), '# Orders\n');
  });
  afterEach(async () => {
    await forge.dispose();
    await rm(workspacePath, { recursive: true, force: true });
  });

  const configOf = () =>
    new ConfigReader({
      integrations: {
        gitea: [
          {
            host: forge.host,
            baseUrl: forge.url,
            username: 'waymark',
            password: mockCredentials.service.token(),
          },
        ],
      },
    });

  it('publishes with publish:gitea, and reads it back with the reader of Gitea', async () => {
    const config = configOf();
    const integrations = ScmIntegrations.fromConfig(config);
    const action = createPublishGiteaAction({ integrations, config });
    const output: Record<string, unknown> = {};
    const context = createMockActionContext({
      input: {
        repoUrl: `${forge.host}?owner=acme&repo=orders`,
        description: 'Orders',
      },
      workspacePath,
    });
    await action.handler({
      ...context,
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
    } as Parameters<typeof action.handler>[0]);

    expect(output).toMatchObject({
      remoteUrl: `${forge.url}/acme/orders.git`,
      repoContentsUrl: `${forge.url}/acme/orders/src/branch/main/`,
    });
    expect(forge.pushes).toEqual([{ repository: 'acme/orders' }]);

    const reader = UrlReaders.default({
      config,
      logger: mockServices.logger.mock(),
    });
    const contents = String(output.repoContentsUrl);
    const file = await reader.readUrl(`${contents}README.md`);
    expect((await file.buffer()).toString()).toBe('# Orders\n');
    const tree = await reader.readTree(contents);
    expect((await tree.files()).map(({ path: name }) => name)).toEqual([
      'README.md',
    ]);
    await expect(
      reader.readTree(contents, { etag: tree.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });
});
