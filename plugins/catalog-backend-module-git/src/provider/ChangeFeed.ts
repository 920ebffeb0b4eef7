import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { createContractClient } from '@waymark/contract-common';
import {
  ChangePage,
  catalogGitContract,
} from '@waymark/plugin-catalog-git-common';

/** The change feed of the `catalog-git` plugin. */
export interface ChangeFeed {
  /** With `after`, every entity from there on; else what is not acknowledged. */
  read(options: {
    provider: string;
    after?: number;
    signal?: AbortSignal;
  }): Promise<ChangePage>;
  acknowledge(options: { provider: string; cursor: number }): Promise<void>;
}

/** The catalog takes about this many entities at once best. */
const PAGE_SIZE = 1_000;

/** Reads the feed over HTTP with a token of this plugin. */
export function createChangeFeed(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ChangeFeed {
  const { auth, discovery } = options;
  const client = createContractClient(catalogGitContract, {
    discovery,
    fetch: globalThis.fetch,
  });
  const token = async () => {
    const answer = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: catalogGitContract.pluginId,
    });
    return answer.token;
  };
  return {
    async read({ provider, after, signal }) {
      return client.listChanges(
        { query: { provider, after, limit: PAGE_SIZE } },
        { token: await token(), signal },
      );
    },
    async acknowledge(body) {
      await client.acknowledgeChanges({ body }, { token: await token() });
    },
  };
}
