import type { CommitKind } from '../repositories/plan';
import type { Problem } from '../repositories/mistakes';
import type {
  ApiType,
  Lifecycle,
  Persona,
  ProfileName,
  ServiceType,
} from '../domain/types';

/** `truth/organisation.json` */
export interface OrganisationTruth {
  profile: ProfileName;
  organisation: {
    slug: string;
    name: string;
    description: string;
    emailDomain: string;
  };
  seed: number;
  until: string;
  months: number;
  personas: Persona[];
  groups: GroupTruth[];
  users: UserTruth[];
  domains: { ref: string; owner: string }[];
  systems: { ref: string; owner: string; domain: string }[];
  services: ServiceTruth[];
}

export interface GroupTruth {
  ref: string;
  type: 'area' | 'team' | 'role';
  title: string;
  parent?: string;
  /** User refs. */
  leads: string[];
  members: string[];
}

export interface UserTruth {
  ref: string;
  displayName: string;
  email: string;
  title: string;
  memberOf: string[];
  startDate: string;
}

export interface ServiceTruth {
  ref: string;
  title: string;
  owner: string;
  system: string;
  domain: string;
  type: ServiceType;
  lifecycle: Lifecycle;
  tier: 1 | 2 | 3;
  docs: boolean;
  apis: { ref: string; type: ApiType }[];
  consumes: string[];
  /** Component and resource refs. */
  dependsOn: string[];
  repository: string;
  head: string;
  commits: number;
  /** Commits per author: a user ref, or the plain name of a bot. */
  authors: Record<string, number>;
  tags: { name: string; commit: string; at: string }[];
}

/** `truth/catalog.json`: what a correct ingestion shows, and what it must not. */
export interface CatalogTruth {
  total: number;
  kinds: Record<string, { count: number; refs: string[] }>;
  absent: string[];
}

/** `truth/broken.json` */
export type BrokenTruth = ({ repository: string } & Problem)[];

/** A line of `truth/commits.ndjson`; times are ISO instants. */
export interface CommitTruth {
  repository: string;
  commit: string;
  kind: CommitKind;
  author: string;
  authoredAt: string;
  committedAt: string;
  tag?: string;
}
