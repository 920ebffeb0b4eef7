export interface GitlabProject {
  id: number;
  /** With its groups, such as `acme/shop/orders`. */
  path_with_namespace: string;
  /** Contents of the default branch, by path. */
  files: Record<string, string>;
  default_branch?: string;
  archived?: boolean;
  forked?: boolean;
  topics?: string[];
}

export interface GitlabGroup {
  id: number;
  name: string;
  full_path: string;
  description?: string;
  /** Direct members: user id and access level (30 developer, 40 maintainer, 50 owner). */
  members: { id: number; access_level: number }[];
}

export interface GitlabUser {
  id: number;
  username: string;
  name: string;
  email?: string;
  state?: 'active' | 'blocked';
}

export interface GitlabInstance {
  projects: GitlabProject[];
  groups: GitlabGroup[];
  users: GitlabUser[];
}

/** The group that a path lies in; undefined at the top. */
export function parentPath(path: string): string | undefined {
  const end = path.lastIndexOf('/');
  return end < 0 ? undefined : path.slice(0, end);
}

/** Whether a path is the group itself or lies below it. */
export function isBelow(path: string, group: string): boolean {
  return path === group || path.startsWith(`${group}/`);
}
