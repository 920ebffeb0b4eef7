import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@backstage/config';

/**
 * Whether a build can succeed at all: with `techdocs.generator.runIn: local`, `mkdocs` must be on
 * the path. Other generators (a container) bring their own.
 */
export async function isGeneratorInstalled(
  config: Config,
  environment: NodeJS.ProcessEnv,
): Promise<boolean> {
  if (config.getOptionalString('techdocs.generator.runIn') !== 'local') {
    return true;
  }
  const folders = (environment.PATH ?? '').split(path.delimiter);
  const found = await Promise.all(
    folders.map(folder =>
      access(path.join(folder, 'mkdocs'), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
