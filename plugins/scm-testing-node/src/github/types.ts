export interface GithubRepository {
  name: string;
  /** Before it was renamed; its old addresses redirect. */
  formerName?: string;
  /** Contents of the default branch, by path. */
  files: Record<string, string>;
  defaultBranch?: string;
  topics?: string[];
  archived?: boolean;
  fork?: boolean;
  visibility?: 'PUBLIC' | 'PRIVATE' | 'INTERNAL';
}

export interface GithubMember {
  login: string;
  /** Node id, the same in GraphQL and in `node_id` of REST. */
  id: string;
  name?: string;
  email?: string;
  bio?: string;
  suspendedAt?: string;
  organizationVerifiedDomainEmails?: string[];
}

export interface GithubTeam {
  slug: string;
  name: string;
  description?: string;
  parent?: string;
  /** Logins. */
  members: string[];
  /** Logins of those members who maintain the team. */
  maintainers?: string[];
}

export interface GithubOrganisation {
  login: string;
  repositories: GithubRepository[];
  members: GithubMember[];
  teams: GithubTeam[];
}
