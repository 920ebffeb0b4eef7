import type { Config } from '@backstage/config';

const KEY = 'catalog.providers.githubOrg';

/**
 * The namespace of an organisation's teams, by the rule of the upstream
 * provider: a single organisation is at home in `default`; of several, each
 * has a namespace of its own name, so that equal slugs stay apart.
 */
export function readTeamNamespace(
  config: Config,
): (organisation: string) => string | undefined {
  const definitions = Array.isArray(config.getOptional(KEY))
    ? config.getConfigArray(KEY)
    : [config.getOptionalConfig(KEY)].filter(entry => entry !== undefined);
  const organisations = definitions[0]?.getOptionalStringArray('orgs');
  return definitions.length === 1 && organisations?.length === 1
    ? () => undefined
    : organisation => organisation.toLowerCase();
}
