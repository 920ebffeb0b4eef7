import type { Deployment } from '@waymark/plugin-dora-common';

const SHORT_SHA = 8;

/** What a person calls the thing that was deployed. */
export function shortVersion({
  version,
  commitSha,
  id,
}: Pick<Deployment, 'version' | 'commitSha' | 'id'>): string {
  return version ?? commitSha?.slice(0, SHORT_SHA) ?? id;
}
