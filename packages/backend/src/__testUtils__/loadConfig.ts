import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';
import path from 'node:path';

/** The configuration that is shipped, with an environment of the test's own. */
export async function loadConfig(
  files: string[],
  env: Record<string, string>,
): Promise<JsonObject> {
  const root = resolvePackagePath('@waymark/backend', '..', '..');
  const config = await ConfigSources.toConfig(
    ConfigSources.merge(
      files.map(file =>
        FileConfigSource.create({
          path: path.resolve(root, file),
          substitutionFunc: async name => env[name],
        }),
      ),
    ),
  );
  const data = config.get<JsonObject>();
  config.close();
  return data;
}
