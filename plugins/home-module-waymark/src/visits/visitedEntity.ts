import { stringifyEntityRef } from '@backstage/catalog-model';

const ENTITY_PAGE = /^\/catalog\/([^/]+)\/([^/]+)\/([^/]+)/;

/** The entity that a page of the catalog is about. */
export function visitedEntity(pathname: string): string | undefined {
  const match = ENTITY_PAGE.exec(pathname);
  if (!match) {
    return undefined;
  }
  const [, namespace, kind, name] = match.map(decodeURIComponent);
  return stringifyEntityRef({ namespace, kind, name });
}
