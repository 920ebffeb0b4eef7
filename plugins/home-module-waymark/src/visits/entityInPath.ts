import { stringifyEntityRef } from '@backstage/catalog-model';

const PAGES = {
  catalog: /^\/catalog\/([^/?#]+)\/([^/?#]+)\/([^/?#]+)/,
  docs: /^\/docs\/([^/?#]+)\/([^/?#]+)\/([^/?#]+)/,
};

/** The entity that a page of the catalog, or of its documentation, is about. */
export function entityInPath(
  page: keyof typeof PAGES,
  pathname: string,
): string | undefined {
  const match = PAGES[page].exec(pathname);
  if (!match) {
    return undefined;
  }
  try {
    const [, namespace, kind, name] = match.map(decodeURIComponent);
    return stringifyEntityRef({ namespace, kind, name });
  } catch {
    // A person can type any address: `%` alone encodes nothing.
    return undefined;
  }
}
