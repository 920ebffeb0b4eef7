import { Answer } from '../server/types';
import {
  GitlabGroup,
  GitlabInstance,
  GitlabProject,
  GitlabUser,
  isBelow,
  parentPath,
} from './types';

interface Rest {
  instance: GitlabInstance;
  /** Web address. */
  url: string;
  query: URLSearchParams;
}

type Handler = (match: string[], rest: Rest) => Answer | undefined;

const notFound: Answer = { status: 404, body: { message: '404 Not Found' } };

/** Paths below `/api/v4`, decoded piece by piece, with what answers them. */
const ROUTES: readonly [RegExp, Handler][] = [
  [/^projects$/, (_, r) => page(listProjects(r), r)],
  [
    /^groups$/,
    (_, r) =>
      page(
        r.instance.groups.map(g => toGroup(g, r)),
        r,
      ),
  ],
  [
    /^users$/,
    (_, r) =>
      page(
        r.instance.users
          .filter(u => !r.query.has('active') || isActive(u))
          .map(u => toUser(u, r)),
        r,
      ),
  ],
  [
    /^groups\|([^|]+)$/,
    ([id], r) => found(findGroup(id, r), g => ({ body: toGroup(g, r) })),
  ],
  [
    /^groups\|([^|]+)\|projects$/,
    ([id], r) =>
      found(findGroup(id, r), g => page(listProjects(r, g.full_path), r)),
  ],
  [
    /^groups\|([^|]+)\|members$/,
    ([id], r) => found(findGroup(id, r), g => page(listMembers([g], r), r)),
  ],
  [
    /^groups\|([^|]+)\|members\|all$/,
    ([id], r) =>
      found(findGroup(id, r), g =>
        page(
          listMembers(
            r.instance.groups.filter(o => isBelow(g.full_path, o.full_path)),
            r,
          ),
          r,
        ),
      ),
  ],
  [
    /^projects\|([^|]+)$/,
    ([id], r) => found(findProject(id, r), p => ({ body: toProject(p, r) })),
  ],
  [
    /^projects\|([^|]+)\|repository\|files\|([^|]+)(?:\|raw)?$/,
    ([id, path], r) =>
      found(findProject(id, r)?.files[path], text => ({ body: text })),
  ],
];

/** Answers a request to the REST API; 404 where GitLab says so. */
export function answerRest(pathname: string, rest: Rest): Answer | undefined {
  const path = pathname
    .replace(/^\/api\/v4\//, '')
    .split('/')
    .map(decodeURIComponent)
    .join('|');
  for (const [pattern, handle] of ROUTES) {
    const match = pattern.exec(path);
    if (match) {
      return handle(match.slice(1), rest);
    }
  }
  return undefined;
}

function found<T>(value: T | undefined, answer: (value: T) => Answer): Answer {
  return value === undefined ? notFound : answer(value);
}

function page(items: readonly object[], { query }: Rest): Answer {
  const number = Number(query.get('page') ?? 1);
  const size = Number(query.get('per_page') ?? 20);
  const next = number * size < items.length ? String(number + 1) : '';
  return {
    headers: { 'x-next-page': next, 'x-page': String(number) },
    body: items.slice((number - 1) * size, number * size),
  };
}

function isActive(user: GitlabUser): boolean {
  return (user.state ?? 'active') === 'active';
}

function findGroup(id: string, { instance }: Rest): GitlabGroup | undefined {
  return instance.groups.find(g => g.full_path === id || String(g.id) === id);
}

function findProject(
  id: string,
  { instance }: Rest,
): GitlabProject | undefined {
  return instance.projects.find(
    p => p.path_with_namespace === id || String(p.id) === id,
  );
}

function listProjects(rest: Rest, group?: string): object[] {
  const archived = rest.query.get('archived');
  return rest.instance.projects
    .filter(p => !group || isBelow(p.path_with_namespace, group))
    .filter(p => archived !== 'false' || !p.archived)
    .map(p => toProject(p, rest));
}

function listMembers(groups: readonly GitlabGroup[], rest: Rest): object[] {
  const levels = new Map<number, number>();
  for (const member of groups.flatMap(g => g.members)) {
    const level = Math.max(levels.get(member.id) ?? 0, member.access_level);
    levels.set(member.id, level);
  }
  return rest.instance.users
    .filter(user => levels.has(user.id))
    .map(user => ({
      ...toUser(user, rest),
      access_level: levels.get(user.id),
      is_using_seat: isActive(user),
    }));
}

function toUser(user: GitlabUser, { url }: Rest) {
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    state: user.state ?? 'active',
    ...(user.email && { email: user.email }),
    web_url: `${url}/${user.username}`,
    avatar_url: null,
  };
}

function toGroup(group: GitlabGroup, { instance }: Rest) {
  const parent = parentPath(group.full_path);
  return {
    id: group.id,
    name: group.name,
    full_path: group.full_path,
    description: group.description ?? '',
    visibility: 'private',
    parent_id: instance.groups.find(g => g.full_path === parent)?.id ?? null,
  };
}

function toProject(project: GitlabProject, { url, query }: Rest) {
  return {
    id: project.id,
    path_with_namespace: project.path_with_namespace,
    default_branch: project.default_branch ?? 'main',
    web_url: `${url}/${project.path_with_namespace}`,
    archived: project.archived ?? false,
    topics: project.topics ?? [],
    ...(project.forked &&
      query.get('simple') !== 'true' && { forked_from_project: { id: 1 } }),
  };
}
