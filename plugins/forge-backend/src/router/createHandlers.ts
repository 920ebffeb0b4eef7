import { InputError } from '@backstage/errors';
import type {
  CallerCredentials,
  ContractHandlers,
} from '@waymark/contract-node';
import type { forgeContract, ForgeToken } from '@waymark/plugin-forge-common';
import type {
  RepositoryName,
  RepositoryRoot,
} from '../repositories/RepositoryRoot';
import type { Token, TokenService } from '../tokens/TokenService';

const fullName = ({ owner, name }: RepositoryName) => `${owner}/${name}`;

/** Handlers of the contract. */
export function createHandlers(options: {
  root: RepositoryRoot;
  tokens: TokenService;
  baseUrl: string;
}): ContractHandlers<typeof forgeContract> {
  const { root, tokens, baseUrl } = options;
  return {
    async listRepositories({ query: { owner, after, limit } }) {
      const all = await root.list(owner);
      const start = after
        ? all.findIndex(repository => fullName(repository) > after)
        : 0;
      const items = start < 0 ? [] : all.slice(start, start + limit);
      const last = items.at(-1);
      const hasMore = start >= 0 && start + limit < all.length;
      return {
        items: items.map(repository => ({
          ...repository,
          cloneUrl: `${baseUrl}/${fullName(repository)}.git`,
        })),
        total: all.length,
        next: hasMore && last ? fullName(last) : null,
      };
    },

    async listTokens({ credentials }) {
      const items = await tokens.list(personOf(credentials));
      return { items: items.map(toWire) };
    },

    async createToken({ credentials, body }) {
      const made = await tokens.create({
        userRef: personOf(credentials),
        ...body,
      });
      return { ...toWire(made), token: made.token };
    },

    async revokeToken({ credentials, params }) {
      await tokens.revoke({ userRef: personOf(credentials), id: params.id });
      return null;
    },
  };
}

function personOf({ principal }: CallerCredentials): string {
  if (principal.type !== 'user') {
    throw new InputError(
      'Access tokens are for people; a service has its own token already',
    );
  }
  return principal.userEntityRef;
}

function toWire(token: Token): ForgeToken {
  return {
    id: token.id,
    name: token.name,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  };
}
