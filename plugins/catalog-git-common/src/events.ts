/** Published by whoever knows of a push; payload {@link GitPushPayload}. */
export const GIT_PUSH_TOPIC = 'git.push';

/** Published after a scan that changed entities; payload {@link CatalogGitChangedPayload}. */
export const CATALOG_GIT_CHANGED_TOPIC = 'catalog-git.changed';

export interface GitPushPayload {
  /** `<owner>/<repo>`. */
  repository?: string;
  /** A clone address or a location URL. */
  url?: string;
}

export interface CatalogGitChangedPayload {
  provider: string;
}
