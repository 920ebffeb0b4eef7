import {
  GitProviderConfig,
  GitRepositoryListing,
  parseLocationUrl,
} from '@waymark/git-node';

/** Tells which repositories of a provider a request names. */
export function repositoryMatcher(
  request: { repository?: string; url?: string },
  provider: Pick<GitProviderConfig, 'baseUrl'>,
): (listing: GitRepositoryListing) => boolean {
  const { repository, url } = request;
  if (repository === undefined && url === undefined) {
    return () => true;
  }
  const names = new Set<string>();
  if (repository !== undefined) {
    names.add(repository);
  }
  const place = url && parseLocationUrl(url, provider.baseUrl);
  if (place) {
    names.add(place.repository);
  }
  const address = url === undefined ? undefined : normalise(url);
  return listing =>
    names.has(listing.name) ||
    (address !== undefined &&
      (address === normalise(listing.url) ||
        address === normalise(`${provider.baseUrl}/${listing.name}`)));
}

/** `host/path`, the same for https, ssh and `git@host:path` addresses. */
function normalise(address: string): string {
  return address
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^[^/@]*@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/\/+/g, '/')
    .replace(/(?:\.git)?\/*$/, '')
    .toLowerCase();
}
