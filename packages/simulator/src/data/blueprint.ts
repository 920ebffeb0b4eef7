/**
 * The vocabulary in which `data/` describes a business. A component line is
 * `[name, kind, description]`; a fourth item names the thing it is about
 * where its name does not. The kind decides its Backstage type, the APIs it
 * offers and the resources it needs (see `domain/kinds.ts`).
 */
export type ComponentKind =
  | 'api'
  | 'api+events'
  | 'graph'
  | 'ml'
  | 'web'
  | 'worker'
  | 'pipeline'
  | 'job'
  | 'lib';

export type ComponentLine = readonly [
  name: string,
  kind: ComponentKind,
  description: string,
  noun?: string,
];

export interface SystemBlueprint {
  name: string;
  title: string;
  description: string;
  nouns: string[];
  /** Systems it calls. Kept free of cycles by a test. */
  uses: string[];
  components: ComponentLine[];
}

export interface TeamBlueprint {
  name: string;
  title: string;
  description: string;
  systems: SystemBlueprint[];
}

export interface DomainBlueprint {
  name: string;
  title: string;
  description: string;
  teams: TeamBlueprint[];
}

export interface AreaBlueprint {
  name: string;
  title: string;
  description: string;
  domains: DomainBlueprint[];
}

export interface ProfileBlueprint {
  slug: string;
  name: string;
  description: string;
  emailDomain: string;
  engineers: number;
  services: number;
  /** Years since the first engineer joined. */
  age: number;
  platformPms: number;
  platformCoaches: number;
  areas: AreaBlueprint[];
}

export const area = (
  name: string,
  title: string,
  description: string,
  domains: DomainBlueprint[],
): AreaBlueprint => ({ name, title, description, domains });

export const domain = (
  name: string,
  title: string,
  description: string,
  teams: TeamBlueprint[],
): DomainBlueprint => ({ name, title, description, teams });

export const team = (
  name: string,
  title: string,
  description: string,
  systems: SystemBlueprint[],
): TeamBlueprint => ({ name, title, description, systems });

/** `nouns` and `uses` are space separated, to keep the tables readable. */
export const system = (
  name: string,
  title: string,
  description: string,
  nouns: string,
  uses: string,
  components: ComponentLine[] = [],
): SystemBlueprint => ({
  name,
  title,
  description,
  nouns: nouns.split(' '),
  uses: uses.split(' ').filter(Boolean),
  components,
});
