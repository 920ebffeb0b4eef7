/** Access levels of GitLab. @see https://docs.gitlab.com/api/members/#roles */
const MAINTAINER = 40;
const OWNER = 50;

export interface GroupMember {
  username: string;
  state: string;
  accessLevel: number;
}

/** The active owners of a group; where it has none of its own, its maintainers. */
export function chooseLeads(members: readonly GroupMember[]): string[] {
  const at = (level: number) =>
    members
      .filter(m => m.state === 'active' && m.accessLevel === level)
      .map(m => m.username);
  const owners = at(OWNER);
  return owners.length > 0 ? owners : at(MAINTAINER);
}
