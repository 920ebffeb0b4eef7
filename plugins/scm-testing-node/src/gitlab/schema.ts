import { buildSchema } from 'graphql';

/** The part of GitLab's GraphQL schema that is read, with its names, arguments and nullability. */
export const gitlabSchema = buildSchema(/* GraphQL */ `
  type Query {
    group(fullPath: ID!): Group
  }

  type PageInfo {
    endCursor: String
    hasNextPage: Boolean!
  }

  enum GroupMemberRelation {
    DIRECT
    INHERITED
    DESCENDANTS
    SHARED_FROM_GROUPS
  }

  type Group {
    id: ID!
    name: String!
    description: String
    fullPath: ID!
    visibility: String
    parent: Group
    descendantGroups(after: String, first: Int): GroupConnection
    groupMembers(
      after: String
      first: Int
      relations: [GroupMemberRelation!] = [DIRECT, INHERITED]
    ): GroupMemberConnection
  }

  type GroupConnection {
    nodes: [Group]
    pageInfo: PageInfo!
  }

  type GroupMemberConnection {
    nodes: [GroupMember]
    pageInfo: PageInfo!
  }

  type GroupMember {
    user: UserCore
  }

  enum UserState {
    active
    blocked
    deactivated
    banned
    ldap_blocked
    blocked_pending_approval
  }

  type UserCore {
    id: ID!
    username: String!
    publicEmail: String
    name: String!
    state: UserState!
    webUrl: String!
    avatarUrl: String
  }
`);
