import { repositoryKey } from '../domain/repositoryKey';

export interface SourceLocation {
  /** As {@link repositoryKey} spells it. */
  repository: string;
  /** Folder within it, without slashes around; empty for the root. */
  folder: string;
}

const TREE =
  /^(.+?)\/(?:-\/)?(?:tree|blob|src|edit)\/(?:branch\/)?[^/]+\/?(.*)$/;

/** Reads `backstage.io/source-location`: `url:https://host/acme/orders/tree/main/services/a/`. */
export function parseSourceLocation(
  annotation: string,
): SourceLocation | undefined {
  const text = annotation.replace(/^url:/, '');
  if (!URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  // Pages of the portal's own Git view stand before the name of the repository.
  const path = url.pathname.replace(/^\/git\//, '/');
  const match = TREE.exec(path);
  const repository = repositoryKey(match ? match[1] : path);
  return repository.includes('/')
    ? {
        repository,
        folder: decodeURIComponent(match?.[2] ?? '').replace(/^\/+|\/+$/g, ''),
      }
    : undefined;
}
