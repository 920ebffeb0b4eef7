export type ProfileName = 'ecommerce' | 'bank' | 'startup';

/** Everything that decides what is generated; equal settings give equal bytes. */
export interface Settings {
  profile: ProfileName;
  seed: number;
  /** ISO instant, UTC, whole seconds. Nothing happens at or after it. */
  until: string;
  services: number;
  months: number;
}

export type ServiceType =
  | 'service'
  | 'website'
  | 'library'
  | 'data-pipeline'
  | 'ml-service'
  | 'scheduled-job';
export type Lifecycle = 'production' | 'experimental' | 'deprecated';
export type Language = 'typescript' | 'python';
export type Activity = 'busy' | 'steady' | 'quiet';
export type ApiType = 'openapi' | 'asyncapi' | 'graphql';
export type RoleGroupName =
  | 'team-leads'
  | 'platform-pms'
  | 'platform-coaches'
  | 'portal-admins';
export type PersonaRole =
  | 'developer'
  | 'team-lead'
  | 'platform-pm'
  | 'platform-engineer';

export interface Person {
  username: string;
  displayName: string;
  email: string;
  title: string;
  /** The team, or for people without one (heads, PMs, coaches) the area. */
  group: string;
  roles: RoleGroupName[];
  /** YYYY-MM-DD */
  startDate: string;
  /** Git's form, for example `+0530`; a person keeps one all year round. */
  utcOffset: string;
}

export interface Area {
  name: string;
  title: string;
  description: string;
  lead: string;
}

export interface Team {
  name: string;
  title: string;
  description: string;
  area: string;
  domain: string;
  lead: string;
  /** Usernames, the lead included. */
  members: string[];
}

export interface RoleGroup {
  name: RoleGroupName;
  title: string;
  description: string;
  members: string[];
}

export interface Domain {
  name: string;
  title: string;
  description: string;
  owner: string;
}

export interface System {
  name: string;
  title: string;
  description: string;
  owner: string;
  domain: string;
  /** The business things it deals with, most important first: 'basket', 'saved-basket'. */
  nouns: string[];
  uses: string[];
}

export interface Api {
  name: string;
  title: string;
  description: string;
  type: ApiType;
  /** File beside catalog-info.yaml. */
  file: string;
}

export interface Resource {
  name: string;
  title: string;
  description: string;
  type: 'database' | 'cache' | 'topic' | 'bucket' | 'warehouse-table';
}

export interface Service {
  name: string;
  title: string;
  description: string;
  type: ServiceType;
  lifecycle: Lifecycle;
  language: Language;
  system: string;
  domain: string;
  area: string;
  owner: string;
  nouns: string[];
  tags: string[];
  /** 1: an outage costs money at once; 3: nobody notices before Monday. */
  tier: 1 | 2 | 3;
  activity: Activity;
  /** Whether its repository has the full history or about 20 commits. */
  deep: boolean;
  docs: boolean;
  apis: Api[];
  resources: Resource[];
  /** Names of services. */
  dependsOn: string[];
  /** Names of APIs, those of `dependsOn` included. */
  consumes: string[];
  /** `<owner>/<name>` */
  repository: string;
  /** ISO date of the first commit. */
  bornAt: string;
}

export interface Persona {
  role: PersonaRole;
  userRef: string;
  displayName: string;
  title: string;
  summary: string;
}

export interface Organisation {
  settings: Settings;
  slug: string;
  name: string;
  description: string;
  emailDomain: string;
  areas: Area[];
  teams: Team[];
  roleGroups: RoleGroup[];
  people: Person[];
  domains: Domain[];
  systems: System[];
  services: Service[];
  personas: Persona[];
}
