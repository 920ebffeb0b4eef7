import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { BuildSite } from './siteBuilder';

const RETRY_AFTER_MS = 60 * 60 * 1000;

/**
 * One pass over every entity with documentation: each site is brought up to date, one at a time so
 * that people's own requests are served first. A site whose build fails is reported once and left
 * alone for an hour, so that a broken page does not fill the log.
 */
export function createPrebuild(options: {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  isGeneratorReady: () => Promise<boolean>;
  buildSite: BuildSite;
  now: () => Date;
}) {
  const { auth, catalog, logger, isGeneratorReady, buildSite, now } = options;
  const failedAt = new Map<string, number>();

  async function documented(): Promise<string[]> {
    const credentials = await auth.getOwnServiceCredentials();
    const refs: string[] = [];
    const pages = catalog.streamEntities(
      {
        filter: {
          'metadata.annotations.backstage.io/techdocs-ref':
            CATALOG_FILTER_EXISTS,
        },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials },
    );
    for await (const page of pages) {
      refs.push(...page.map(entity => stringifyEntityRef(entity)));
    }
    return refs;
  }

  return async (signal: AbortSignal): Promise<void> => {
    if (!(await isGeneratorReady())) return;
    const count = { built: 0, failed: 0 };
    for (const ref of await documented()) {
      if (signal.aborted) break;
      const failed = failedAt.get(ref);
      if (failed && now().getTime() - failed < RETRY_AFTER_MS) continue;
      try {
        if (await buildSite(ref, signal)) count.built += 1;
        failedAt.delete(ref);
      } catch (error) {
        if (signal.aborted) break;
        failedAt.set(ref, now().getTime());
        count.failed += 1;
        logger.warn(`Documentation of ${ref}: ${toError(error).message}`);
      }
    }
    if (count.built + count.failed > 0) {
      logger.info('Documentation sites brought up to date', count);
    }
  };
}
