import { connection } from '../server/connection';
import { GitlabGroup, GitlabInstance, isBelow, parentPath } from './types';

interface Page {
  first?: number | null;
  after?: string | null;
}

/** Resolvers of the GraphQL schema over the instance as it is at the time of the query. */
export function createResolvers(instance: GitlabInstance, url: string) {
  const byPath = (path?: string) =>
    instance.groups.find(g => g.full_path === path);

  function toGroup(g: GitlabGroup): object {
    return {
      id: `gid://gitlab/Group/${g.id}`,
      name: g.name,
      description: g.description ?? null,
      fullPath: g.full_path,
      visibility: 'private',
      parent: () => {
        const parent = byPath(parentPath(g.full_path));
        return parent && toGroup(parent);
      },
      descendantGroups: (page: Page) =>
        connection(
          instance.groups
            .filter(o => o !== g && isBelow(o.full_path, g.full_path))
            .map(toGroup),
          page,
        ),
      groupMembers: ({ relations, ...page }: Page & { relations: string[] }) =>
        connection(
          membersOf(instance, g, relations).map(user => ({
            user: {
              id: `gid://gitlab/User/${user.id}`,
              username: user.username,
              publicEmail: user.email ?? null,
              name: user.name,
              state: user.state ?? 'active',
              webUrl: `${url}/${user.username}`,
              avatarUrl: null,
            },
          })),
          page,
        ),
    };
  }

  return {
    group: ({ fullPath }: { fullPath: string }) => {
      const found = byPath(fullPath);
      return found && toGroup(found);
    },
  };
}

function membersOf(
  instance: GitlabInstance,
  group: GitlabGroup,
  relations: string[],
) {
  const groups = instance.groups.filter(
    other =>
      (relations.includes('DIRECT') && other === group) ||
      (relations.includes('INHERITED') &&
        isBelow(group.full_path, other.full_path) &&
        other !== group) ||
      (relations.includes('DESCENDANTS') &&
        isBelow(other.full_path, group.full_path) &&
        other !== group),
  );
  const ids = new Set(groups.flatMap(g => g.members.map(m => m.id)));
  return instance.users.filter(user => ids.has(user.id));
}
