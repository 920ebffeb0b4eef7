import type { GitLabIntegration } from '@backstage/integration';

/**
 * The integration that an upstream provider reads with. It keeps it private;
 * a release that renames it must stop the start, not switch the guard off.
 */
export function integrationOf(provider: object): GitLabIntegration {
  const { integration } = provider as { integration?: GitLabIntegration };
  if (typeof integration?.fetch !== 'function') {
    throw new Error(
      `${provider.constructor.name} has no integration to guard; this release of ` +
        `@backstage/plugin-catalog-backend-module-gitlab does not fit`,
    );
  }
  return integration;
}
