import {
  GitLocation,
  GitProviderConfig,
  listRepositories,
  matchesProvider,
  parseLocationUrl,
  repositoryNameOf,
} from '@waymark/git-node';
import { NotFoundError } from '@backstage/errors';
import type { RepositoryHome } from '../rules/RepositoryHome';

/** A place in a configured repository. */
export interface LocatedPlace extends GitLocation {
  /** Address of the repository. */
  address: string;
  baseUrl: string;
}

interface Candidate {
  provider: GitProviderConfig;
  location: GitLocation;
}

/** Maps location URLs to configured repositories, and to nothing else. */
export class RepositoryLocator {
  readonly #providers: GitProviderConfig[];
  readonly #addresses = new Map<string, string>();

  constructor(options: { providers: GitProviderConfig[] }) {
    this.#providers = options.providers;
  }

  /** Whether a URL belongs to a configured provider; no I/O. */
  covers(url: string | URL): boolean {
    return this.#candidates(url).length > 0;
  }

  /** The repository that a URL lies in, if a provider has it; no I/O. */
  homeOf(url: string): RepositoryHome | undefined {
    const candidates = this.#candidates(url);
    const [first] = candidates;
    return (
      first && {
        repository: `${first.provider.baseUrl}/${first.location.repository}`,
        namespaces: candidates.flatMap(
          ({ provider }) => provider.allow.namespaces,
        ),
        setting: `catalog.providers.git.${first.provider.id}.allow.namespaces`,
      }
    );
  }

  /**
   * @throws NotFoundError when no configured repository has this URL
   */
  async locate(url: string): Promise<LocatedPlace> {
    for (const { provider, location } of this.#candidates(url)) {
      const address = await this.#addressOf(provider, location.repository);
      if (address) {
        return { ...location, address, baseUrl: provider.baseUrl };
      }
    }
    throw new NotFoundError(`No configured Git repository has ${url}`);
  }

  #candidates(url: string | URL): Candidate[] {
    return this.#providers.flatMap(provider => {
      const location = parseLocationUrl(url, provider.baseUrl);
      const selected =
        location &&
        matchesProvider(provider, location.repository) &&
        mayHave(provider, location.repository);
      return selected ? [{ provider, location }] : [];
    });
  }

  /** Listing a root is a walk over folders, so found addresses are remembered. */
  async #addressOf(provider: GitProviderConfig, name: string) {
    const key = `${provider.id}:${name}`;
    const remembered = this.#addresses.get(key);
    if (remembered) {
      return remembered;
    }
    for (const listing of await listRepositories(provider)) {
      this.#addresses.set(`${provider.id}:${listing.name}`, listing.url);
    }
    return this.#addresses.get(key);
  }
}

/** A provider of single addresses must not claim the rest of their host. */
function mayHave(provider: GitProviderConfig, repository: string): boolean {
  return (
    provider.root !== undefined ||
    provider.urls.some(
      url => (provider.repository ?? repositoryNameOf(url)) === repository,
    )
  );
}
