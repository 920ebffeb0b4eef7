import {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { ContractHandlers } from '@waymark/contract-node';
import { GitProviderConfig } from '@waymark/git-node';
import { catalogGitContract } from '@waymark/plugin-catalog-git-common';
import { IngestionStore, ProblemRecord } from '../database/IngestionStore';
import { RefreshService } from '../services/RefreshService';
import { SourceService } from '../services/SourceService';
import {
  toChange,
  toPastProblem,
  toProblem,
  toRepository,
  toRepositoryScan,
  toScan,
} from './mapping';

/** Maps the contract to services and store. */
export function createHandlers(options: {
  providers: GitProviderConfig[];
  store: IngestionStore;
  refresh: RefreshService;
  source: SourceService;
  userInfo: UserInfoService;
}): ContractHandlers<typeof catalogGitContract> {
  const { providers, store, refresh, source, userInfo } = options;
  const byId = new Map(providers.map(provider => [provider.id, provider]));

  const toProblems = (records: ProblemRecord[]) =>
    records.map(record => toProblem(record, byId.get(record.provider)));

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
      return { ...page, items: toProblems(page.items) };
    },

    listOwnProblems: async ({ query, credentials }) => {
      const owners = await ownershipOf(credentials, userInfo);
      const page = await store.listOwnProblems({ ...query, owners });
      return { ...page, items: toProblems(page.items) };
    },

    listEntityProblems: async ({ query }) => ({
      items: toProblems(await store.listEntityProblems(query.entityRef)),
    }),

    getRepository: async ({ params, query }) => {
      const name = `${params.owner}/${params.name}`;
      const found = await store.getRepository({ name, ...query });
      if (!found) {
        throw new NotFoundError(`There is no known repository ${name}`);
      }
      const { provider } = found;
      const [problems, pastProblems, scans] = await Promise.all([
        store.listProblems({ provider, repository: name, limit: 200 }),
        store.listPastProblems({ provider, name }),
        store.listRepositoryScans({ provider, name }),
      ]);
      return {
        repository: toRepository(found, byId.get(provider)),
        problems: toProblems(problems.items),
        pastProblems: pastProblems.map(toPastProblem),
        scans: scans.map(toRepositoryScan),
      };
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

/** What a person owns, groups included; a machine owns nothing. */
async function ownershipOf(
  credentials: BackstageCredentials,
  userInfo: UserInfoService,
): Promise<string[]> {
  const principal = credentials.principal as { type?: string };
  if (principal.type !== 'user') {
    return [];
  }
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  return ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US'));
}

/** A person who acknowledged changes would hide them from the catalog. */
function requireService(credentials: BackstageCredentials) {
  const principal = credentials.principal as { type?: string };
  if (principal.type !== 'service') {
    throw new NotAllowedError('The change feed is for the catalog only');
  }
}
