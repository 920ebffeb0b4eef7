import { connection } from '../server/connection';
import {
  GithubMember,
  GithubOrganisation,
  GithubRepository,
  GithubTeam,
} from './types';

interface Page {
  first?: number | null;
  after?: string | null;
}

/** Resolvers of {@link githubSchema} over the organisations as they are at the time of the query. */
export function createResolvers(options: {
  organisations: readonly GithubOrganisation[];
  url: string;
}) {
  const { organisations, url } = options;

  function organization({ login }: { login: string }) {
    const found = organisations.find(
      o => o.login.toLowerCase() === login.toLowerCase(),
    );
    return found && toOrganization(found);
  }

  function toOrganization(o: GithubOrganisation): object {
    return {
      __typename: 'Organization',
      login: o.login,
      repositories: (page: Page) =>
        connection(
          o.repositories.map(r => toRepository(o, r)),
          page,
        ),
      repository: ({ name }: { name: string }) => {
        const found = o.repositories.find(r => r.name === name);
        return found && toRepository(o, found);
      },
      membersWithRole: (page: Page) => connection(o.members.map(toUser), page),
      team: ({ slug }: { slug: string }) => {
        const found = o.teams.find(t => t.slug === slug);
        return found && toTeam(o, found);
      },
      teams: ({
        userLogins,
        ...page
      }: Page & { userLogins?: string[] | null }) =>
        connection(
          o.teams
            .filter(
              t => !userLogins || t.members.some(m => userLogins.includes(m)),
            )
            .map(t => toTeam(o, t)),
          page,
        ),
    };
  }

  function toRepository(o: GithubOrganisation, r: GithubRepository): object {
    return {
      name: r.name,
      url: `${url}/${o.login}/${r.name}`,
      isArchived: r.archived ?? false,
      isFork: r.fork ?? false,
      visibility: r.visibility ?? 'PRIVATE',
      defaultBranchRef: { name: r.defaultBranch ?? 'main' },
      object: ({ expression }: { expression: string }) => {
        const path = expression.slice(expression.indexOf(':') + 1);
        const text = r.files[path];
        return text === undefined
          ? null
          : { __typename: 'Blob', id: `B_${r.name}/${path}`, text };
      },
      repositoryTopics: () => ({
        nodes: (r.topics ?? []).map(name => ({ topic: { name } })),
      }),
    };
  }

  function toUser(m: GithubMember): object {
    return {
      avatarUrl: `${url}/avatars/${m.login}.png`,
      bio: m.bio ?? null,
      email: m.email ?? '',
      id: m.id,
      login: m.login,
      name: m.name ?? null,
      suspendedAt: m.suspendedAt ?? null,
      organizationVerifiedDomainEmails:
        m.organizationVerifiedDomainEmails ?? [],
      organizations: (page: Page) =>
        connection(
          organisations
            .filter(o => o.members.some(other => other.login === m.login))
            .map(toOrganization),
          page,
        ),
    };
  }

  function toTeam(o: GithubOrganisation, t: GithubTeam): object {
    return {
      avatarUrl: null,
      combinedSlug: `${o.login}/${t.slug}`,
      description: t.description ?? null,
      editTeamUrl: `${url}/orgs/${o.login}/teams/${t.slug}/edit`,
      name: t.name,
      slug: t.slug,
      parentTeam: () => {
        const parent = o.teams.find(other => other.slug === t.parent);
        return parent && toTeam(o, parent);
      },
      members: ({ role, ...page }: Page & { role?: string | null }) =>
        connection(
          o.members
            .filter(m => t.members.includes(m.login))
            .filter(
              m =>
                !role ||
                (role === 'MAINTAINER') ===
                  (t.maintainers ?? []).includes(m.login),
            )
            .map(toUser),
          page,
        ),
    };
  }

  return {
    organization,
    repositoryOwner: organization,
    user: ({ login }: { login: string }) => {
      const found = organisations
        .flatMap(o => o.members)
        .find(m => m.login === login);
      return found && toUser(found);
    },
  };
}
