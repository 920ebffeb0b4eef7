import type { Tier } from '@waymark/plugin-dora-common';

/** Names that mean the same everywhere. Anything else is asked for, never guessed from a part of it. */
const WELL_KNOWN: Record<string, Tier> = {
  production: 'production',
  prod: 'production',
  prd: 'production',
  live: 'production',
  staging: 'staging',
  stage: 'staging',
  stg: 'staging',
  preprod: 'staging',
  'pre-production': 'staging',
  testing: 'testing',
  test: 'testing',
  qa: 'testing',
  uat: 'testing',
  development: 'development',
  dev: 'development',
};

/** What sources say themselves: GitLab's `environment_tier`, GitHub's `production_environment`. */
const HINTS: Record<string, Tier> = {
  production: 'production',
  staging: 'staging',
  testing: 'testing',
  development: 'development',
};

const lookUp = (table: Record<string, Tier>, name: string | null | undefined) =>
  name && Object.hasOwn(table, name.toLowerCase())
    ? table[name.toLowerCase()]
    : undefined;

/** The tier of an environment that nobody has mapped. */
export function defaultTier(
  environment: string,
  hint: string | null | undefined,
): Tier {
  return (
    lookUp(HINTS, hint) ?? lookUp(WELL_KNOWN, environment.trim()) ?? 'unknown'
  );
}
