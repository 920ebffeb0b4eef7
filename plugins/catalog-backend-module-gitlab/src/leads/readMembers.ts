import { ResponseError } from '@backstage/errors';
import {
  getGitLabRequestOptions,
  type GitLabIntegration,
} from '@backstage/integration';
import { z } from 'zod';
import { GroupMember } from './chooseLeads';

const PAGE_SIZE = 100;

const page = z.array(
  z.object({
    username: z.string(),
    state: z.string(),
    access_level: z.number(),
  }),
);

/** Direct members of a group, from all pages. */
export async function readMembers(
  path: string,
  integration: GitLabIntegration,
): Promise<GroupMember[]> {
  const { apiBaseUrl } = integration.config;
  const members: GroupMember[] = [];
  for (let next = '1'; next; ) {
    const response = await integration.fetch(
      `${apiBaseUrl}/groups/${encodeURIComponent(
        path,
      )}/members?per_page=${PAGE_SIZE}&page=${next}`,
      getGitLabRequestOptions(integration.config),
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    for (const item of page.parse(await response.json())) {
      members.push({ ...item, accessLevel: item.access_level });
    }
    next = response.headers.get('x-next-page') ?? '';
  }
  return members;
}
