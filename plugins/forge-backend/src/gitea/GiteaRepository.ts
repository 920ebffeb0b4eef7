import type { RepositoryName } from '../repositories/RepositoryRoot';

/** The part of Gitea's `Repository` that clients of ours read. */
export interface GiteaRepository {
  name: string;
  full_name: string;
  description: string;
  empty: boolean;
  private: boolean;
  default_branch: string;
  clone_url: string;
  html_url: string;
  owner: { login: string; username: string };
}

export function toGiteaRepository(options: {
  repository: RepositoryName;
  baseUrl: string;
  defaultBranch: string;
  isEmpty: boolean;
  isPrivate: boolean;
}): GiteaRepository {
  const { repository, baseUrl, defaultBranch, isEmpty, isPrivate } = options;
  const { owner, name } = repository;
  return {
    name,
    full_name: `${owner}/${name}`,
    description: '',
    empty: isEmpty,
    private: isPrivate,
    default_branch: defaultBranch,
    clone_url: `${baseUrl}/${owner}/${name}.git`,
    html_url: `${baseUrl}/${owner}/${name}`,
    owner: { login: owner, username: owner },
  };
}
