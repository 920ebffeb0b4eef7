import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { ContractHandlers } from '@waymark/contract-node';
import { GitProviderConfig } from '@waymark/git-node';
import { catalogGitContract } from '@waymark/plugin-catalog-git-common';
import { IngestionStore } from '../database/IngestionStore';
import { RefreshService } from '../services/RefreshService';
import { SourceService } from '../services/SourceService';
import { toChange, toProblem, toRepository, toScan } from './mapping';

/** Maps the contract to services and store. */
export function createHandlers(options: {
  providers: GitProviderConfig[];
  store: IngestionStore;
  refresh: RefreshService;
  source: SourceService;
}): ContractHandlers<typeof catalogGitContract> {
  const { providers, store, refresh, source } = options;
  const byId = new Map(providers.map(provider => [provider.id, provider]));

  const requireProvider = (id: string) => {
    if (!byId.has(id)) {
      throw new NotFoundError(
        `There is no Git provider '${id}'; known are ${
          [...byId.keys()].join(', ') || 'none'
        }`,
      );
    }
  };

  return {
    refresh: async ({ body }) => ({ scheduled: await refresh.refresh(body) }),

    listRepositories: async ({ query }) => {
      const page = await store.listRepositories(query);
      const items = page.items.map(item =>
        toRepository(item, byId.get(item.provider)),
      );
      return { ...page, items };
    },

    listProblems: async ({ query }) => {
      const page = await store.listProblems(query);
      const items = page.items.map(item =>
        toProblem(item, byId.get(item.provider)),
      );
      return { ...page, items };
    },

    getSource: async ({ params, query, signal }) =>
      source.read({ name: `${params.owner}/${params.name}`, ...query, signal }),

    getSummary: async () => {
      const [counts, scans] = await Promise.all([
        store.count(),
        store.listScans(),
      ]);
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
      return {
        repositories: sum(Object.values(counts.repositories)),
        repositoriesByStatus: counts.repositories,
        entities: counts.entities,
        problems: sum(counts.problems.map(p => p.count)),
        problemsByCode: counts.problems,
        providers: providers.map(({ id }) => {
          const scan = scans.find(s => s.provider === id);
          return { id, lastScan: scan ? toScan(scan) : null };
        }),
      };
    },

    listChanges: async ({ query, credentials }) => {
      requireService(credentials);
      requireProvider(query.provider);
      const page = await store.listChanges(query);
      const changes = page.changes.map(c => toChange(c, query.provider));
      return { ...page, changes };
    },

    acknowledgeChanges: async ({ body, credentials }) => {
      requireService(credentials);
      requireProvider(body.provider);
      return { cursor: await store.acknowledge(body) };
    },
  };
}

/** A person who acknowledged changes would hide them from the catalog. */
function requireService(credentials: BackstageCredentials) {
  const principal = credentials.principal as { type?: string };
  if (principal.type !== 'service') {
    throw new NotAllowedError('The change feed is for the catalog only');
  }
}
