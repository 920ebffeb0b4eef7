import type { TransformerContext } from '@backstage/plugin-catalog-backend-module-github';

/** More leads than this are nobody's lead. */
const MOST = 100;

const QUERY = /* GraphQL */ `
  query maintainers($org: String!, $slug: String!, $most: Int!) {
    organization(login: $org) {
      team(slug: $slug) {
        members(first: $most, membership: IMMEDIATE, role: MAINTAINER) {
          nodes {
            login
          }
        }
      }
    }
  }
`;

interface Answer {
  organization: {
    team: { members: { nodes: ({ login: string } | null)[] } } | null;
  } | null;
}

/**
 * Logins of a team's own maintainers; none for a team that is no more. An
 * error is passed on: better no new state of the organisation than a wrong one.
 */
export async function readMaintainers(
  slug: string,
  context: TransformerContext,
): Promise<string[]> {
  const { organization } = await context.client<Answer>(QUERY, {
    org: context.org,
    slug,
    most: MOST,
  });
  const nodes = organization?.team?.members.nodes ?? [];
  return nodes.flatMap(node => (node ? [node.login] : []));
}
