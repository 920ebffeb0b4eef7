import { setTimeout as sleep } from 'node:timers/promises';
import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const DEFAULT_SECONDS = 60;
const MAX_SECONDS = 600;
const ASK_EVERY_MS = 500;

/** `catalog:await`: goes on when entities are in the catalog. */
export function createCatalogAwaitAction(options: {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
}) {
  const { auth, catalog } = options;
  return createTemplateAction({
    id: 'catalog:await',
    description:
      'Waits until entities are in the catalog. Their repository must be one that the catalog reads',
    supportsDryRun: true,
    schema: {
      input: {
        entityRefs: z =>
          z
            .array(z.string(), { description: 'References of the entities' })
            .min(1)
            .max(20),
        timeoutSeconds: z =>
          z
            .number({
              description: `Longest wait in seconds; default ${DEFAULT_SECONDS}`,
            })
            .int()
            .min(1)
            .max(MAX_SECONDS)
            .optional(),
      },
      output: {
        entityRef: z => z.string({ description: 'The first of them, in full' }),
      },
    },
    async handler(ctx) {
      const { logger, signal } = ctx;
      const refs = ctx.input.entityRefs.map(ref =>
        stringifyEntityRef(
          parseEntityRef(ref, { defaultNamespace: 'default' }),
        ),
      );
      ctx.output('entityRef', refs[0]);
      if (ctx.isDryRun) {
        return;
      }
      const seconds = ctx.input.timeoutSeconds ?? DEFAULT_SECONDS;
      const until = Date.now() + seconds * 1_000;
      let missing = refs;
      while (missing.length > 0) {
        const { items } = await catalog.getEntitiesByRefs(
          { entityRefs: missing, fields: ['kind'] },
          { credentials: await auth.getOwnServiceCredentials() },
        );
        missing = missing.filter((_, index) => !items[index]);
        if (missing.length > 0 && Date.now() >= until) {
          throw new Error(
            `${missing.join(', ')} not in the catalog after ${seconds} s. ` +
              `The repository is published; catalog ingestion (/git/health) says what is wrong with its catalog-info.yaml`,
          );
        }
        if (missing.length > 0) {
          await sleep(ASK_EVERY_MS, undefined, { signal });
        }
      }
      logger.info(`In the catalog: ${refs.join(', ')}`);
    },
  });
}
