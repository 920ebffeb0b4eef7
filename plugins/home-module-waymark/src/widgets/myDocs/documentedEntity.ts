import { stringifyEntityRef } from '@backstage/catalog-model';

const DOCS_PAGE = /^\/docs\/([^/]+)\/([^/]+)\/([^/]+)/;

/** The entity whose documentation a page of TechDocs belongs to. */
export function documentedEntity(pathname: string): string | undefined {
  const match = DOCS_PAGE.exec(pathname);
  if (!match) {
    return undefined;
  }
  const [, namespace, kind, name] = match.map(decodeURIComponent);
  return stringifyEntityRef({ namespace, kind, name });
}
