import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { CliGitService } from './CliGitService';
import { createIntegrationCredentials } from './remotes/credentials';
import { GitService } from './types';

/** Others could make it first; then it is refused and the setting is needed. */
function defaultCacheDirectory(): string {
  return join(tmpdir(), `waymark-git-cache-${process.getuid?.() ?? 'user'}`);
}

/**
 * Git for backends. One instance per process, so that all plugins share the
 * mirrors and their locks. Mirrors live in `waymark.git.cacheDirectory`.
 */
export const gitServiceRef = createServiceRef<GitService>({
  id: 'waymark.git',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) =>
        new CliGitService({
          credentials: createIntegrationCredentials(config),
          cacheDirectory:
            config.getOptionalString('waymark.git.cacheDirectory') ??
            defaultCacheDirectory(),
        }),
    }),
});
