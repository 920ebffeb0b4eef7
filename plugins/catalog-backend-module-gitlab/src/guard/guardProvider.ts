import { ServiceUnavailableError } from '@backstage/errors';
import type { GitLabIntegration } from '@backstage/integration';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { integrationOf } from './integrationOf';
import { RunJournal } from './RunJournal';
import { strictFetch } from './strictFetch';

/** Adds what the upstream provider does not read. */
export type Amend = (entity: DeferredEntity) => Promise<DeferredEntity>;

/**
 * A provider that changes nothing when it could not read everything. What was
 * read before stays until GitLab answers again.
 */
export function guardProvider(
  provider: EntityProvider,
  options: {
    journal: RunJournal;
    amend?: (integration: GitLabIntegration) => Amend;
  },
): EntityProvider {
  const { journal } = options;
  const integration = integrationOf(provider);
  // Upstream gives every provider an integration of its own kind, never the one of URL readers.
  integration.fetch = strictFetch(
    integration.fetch.bind(integration),
    failure => journal.note(failure),
  );
  const amend = options.amend?.(integration) ?? (async entity => entity);
  return {
    getProviderName: () => provider.getProviderName(),
    connect: connection =>
      provider.connect(guardConnection(connection, { journal, amend })),
  };
}

function guardConnection(
  connection: EntityProviderConnection,
  options: { journal: RunJournal; amend: Amend },
): EntityProviderConnection {
  const { journal, amend } = options;
  return {
    refresh: request => connection.refresh(request),
    async applyMutation(mutation) {
      const amended = await amendMutation(mutation, amend);
      const [first, ...more] = journal.failures;
      if (mutation.type === 'full' && first) {
        throw new ServiceUnavailableError(
          `Nothing was changed, because not everything could be read: ${first}` +
            `${more.length > 0 ? `, and ${more.length} more` : ''}`,
        );
      }
      await connection.applyMutation(amended);
    },
  };
}

async function amendMutation(
  mutation: EntityProviderMutation,
  amend: Amend,
): Promise<EntityProviderMutation> {
  if (mutation.type === 'full') {
    return { ...mutation, entities: await amendAll(mutation.entities, amend) };
  }
  return 'added' in mutation
    ? {
        ...mutation,
        added: await amendAll(mutation.added as DeferredEntity[], amend),
      }
    : mutation;
}

/** One after another: an organisation is read in the background, and GitLab counts requests. */
async function amendAll(
  entities: DeferredEntity[],
  amend: Amend,
): Promise<DeferredEntity[]> {
  const amended: DeferredEntity[] = [];
  for (const entity of entities) {
    amended.push(await amend(entity));
  }
  return amended;
}
