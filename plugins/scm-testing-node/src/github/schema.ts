import { buildSchema } from 'graphql';

/**
 * The part of GitHub's public GraphQL schema that is read, with its names, its
 * arguments and its nullability: a query that GitHub would refuse is refused.
 */
export const githubSchema = buildSchema(/* GraphQL */ `
  scalar URI
  scalar DateTime
  scalar GitObjectID

  type Query {
    organization(login: String!): Organization
    repositoryOwner(login: String!): RepositoryOwner
    user(login: String!): User
  }

  type PageInfo {
    endCursor: String
    hasNextPage: Boolean!
  }

  interface RepositoryOwner {
    login: String!
    repositories(after: String, first: Int): RepositoryConnection!
    repository(name: String!): Repository
  }

  type Organization implements RepositoryOwner {
    login: String!
    repositories(after: String, first: Int): RepositoryConnection!
    repository(name: String!): Repository
    membersWithRole(after: String, first: Int): OrganizationMemberConnection!
    team(slug: String!): Team
    teams(after: String, first: Int, userLogins: [String!]): TeamConnection!
  }

  type OrganizationConnection {
    nodes: [Organization]
    pageInfo: PageInfo!
  }

  type RepositoryConnection {
    nodes: [Repository]
    pageInfo: PageInfo!
    totalCount: Int!
  }

  enum RepositoryVisibility {
    INTERNAL
    PRIVATE
    PUBLIC
  }

  type Repository {
    name: String!
    url: URI!
    isArchived: Boolean!
    isFork: Boolean!
    visibility: RepositoryVisibility!
    defaultBranchRef: Ref
    object(expression: String, oid: GitObjectID): GitObject
    repositoryTopics(after: String, first: Int): RepositoryTopicConnection!
  }

  type Ref {
    name: String!
  }

  interface GitObject {
    id: ID!
  }

  type Blob implements GitObject {
    id: ID!
    text: String
  }

  type RepositoryTopicConnection {
    nodes: [RepositoryTopic]
  }

  type RepositoryTopic {
    topic: Topic!
  }

  type Topic {
    name: String!
  }

  type OrganizationMemberConnection {
    nodes: [User]
    pageInfo: PageInfo!
  }

  type User {
    avatarUrl(size: Int): URI!
    bio: String
    email: String!
    id: ID!
    login: String!
    name: String
    suspendedAt: DateTime
    organizationVerifiedDomainEmails(login: String!): [String!]!
    organizations(after: String, first: Int): OrganizationConnection!
  }

  type TeamConnection {
    nodes: [Team]
    pageInfo: PageInfo!
  }

  enum TeamMembershipType {
    ALL
    CHILD_TEAM
    IMMEDIATE
  }

  enum TeamMemberRole {
    MAINTAINER
    MEMBER
  }

  type Team {
    avatarUrl(size: Int): URI
    combinedSlug: String!
    description: String
    editTeamUrl: URI!
    name: String!
    slug: String!
    parentTeam: Team
    members(
      after: String
      first: Int
      membership: TeamMembershipType
      role: TeamMemberRole
    ): TeamMemberConnection!
  }

  type TeamMemberConnection {
    nodes: [User]
    pageInfo: PageInfo!
  }
`);
