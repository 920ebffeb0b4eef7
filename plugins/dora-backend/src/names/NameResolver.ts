import type { Tier } from '@waymark/plugin-dora-common';
import picomatch from 'picomatch';
import { repositoryKey } from '../domain/repositoryKey';
import { isComponent, type CatalogEntity } from './catalogEntity';
import { repositoriesOf, type RepositoryPart } from './repositoriesOf';
import { defaultTier } from './tiers';

export interface NameMapping {
  kind: 'service' | 'environment';
  /** `*` is every source. */
  source: string;
  name: string;
  /** null: not one of ours. */
  service: string | null;
  tier: Tier | null;
}

/** What a name stands for. */
export type Resolution =
  | { attribution: 'mapped'; services: string[] }
  | { attribution: 'ignored' | 'unmapped'; services: [] };

const IGNORED: Resolution = { attribution: 'ignored', services: [] };
const UNMAPPED: Resolution = { attribution: 'unmapped', services: [] };
const mapped = (services: string[]): Resolution =>
  services.length > 0 ? { attribution: 'mapped', services } : UNMAPPED;

/** Annotations whose value is the name of the service in another tool. */
const IDENTIFYING = [
  'pagerduty.com/service-id',
  'pagerduty.com/integration-key',
  'argocd/app-name',
  'backstage.io/kubernetes-id',
  'incident.io/service',
  'opsgenie.com/service',
  'waymark.dev/service-names',
];

interface Part extends RepositoryPart {
  service: string;
  matches: (path: string) => boolean;
}

const keyOf = (kind: string, source: string, name: string) =>
  `${kind}\0${source}\0${name.trim().toLowerCase()}`;

/**
 * Which service a name of a source stands for, and which tier an environment
 * has. What a person mapped stands over what the catalog says; a name that fits
 * two services fits none.
 */
export class NameResolver {
  readonly #mappings: Map<string, NameMapping>;
  readonly #components = new Set<string>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #byRepository = new Map<string, Part[]>();

  constructor(options: {
    entities: readonly CatalogEntity[];
    mappings: readonly NameMapping[];
  }) {
    this.#mappings = new Map(
      options.mappings.map(mapping => [
        keyOf(mapping.kind, mapping.source, mapping.name),
        mapping,
      ]),
    );
    for (const entity of options.entities.filter(isComponent)) {
      this.#components.add(entity.ref);
      this.#addNames(entity);
      this.#addRepositories(entity);
    }
  }

  /** A service as a source names it: entity ref, repository or an id of the tool's own. */
  service(source: string, name: string): Resolution {
    const mapping = this.#mapping('service', source, name);
    if (mapping) {
      return mapping.service ? mapped([mapping.service]) : IGNORED;
    }
    const key = name.trim().toLowerCase();
    if (this.#components.has(key)) {
      return mapped([key]);
    }
    const named = this.#byName.get(key);
    if (named) {
      return named.size === 1 ? mapped([...named]) : UNMAPPED;
    }
    const parts = this.#byRepository.get(repositoryKey(name)) ?? [];
    return parts.length === 1 ? mapped([parts[0].service]) : UNMAPPED;
  }

  /**
   * The services that a change to a repository touches. Without paths it is
   * every service of it: which of them is not known.
   */
  repository(
    source: string,
    repository: string,
    paths?: readonly string[],
  ): Resolution {
    const mapping = this.#mapping('service', source, repository);
    if (mapping) {
      return mapping.service ? mapped([mapping.service]) : IGNORED;
    }
    const parts = this.#byRepository.get(repositoryKey(repository)) ?? [];
    const touched =
      paths && paths.length > 0
        ? parts.filter(
            part => part.paths.length === 0 || paths.some(part.matches),
          )
        : parts;
    if (parts.length > 0 && touched.length === 0) {
      // In the repository, but in no service of it: nothing to ask anybody.
      return IGNORED;
    }
    return mapped(touched.map(part => part.service).sort());
  }

  tier(source: string, environment: string, hint?: string | null): Tier {
    return (
      this.#mapping('environment', source, environment)?.tier ??
      defaultTier(environment, hint)
    );
  }

  /** Parts of repositories, for whoever reads them. */
  partsOf(repository: string): readonly Part[] {
    return this.#byRepository.get(repositoryKey(repository)) ?? [];
  }

  #mapping(kind: NameMapping['kind'], source: string, name: string) {
    return (
      this.#mappings.get(keyOf(kind, source, name)) ??
      this.#mappings.get(keyOf(kind, '*', name))
    );
  }

  #addNames({ ref, annotations }: CatalogEntity) {
    const names = IDENTIFYING.flatMap(key =>
      (annotations[key] ?? '').split(','),
    );
    for (const name of names.map(text => text.trim().toLowerCase())) {
      if (name !== '') {
        const services = this.#byName.get(name) ?? new Set();
        this.#byName.set(name, services.add(ref));
      }
    }
  }

  #addRepositories(entity: CatalogEntity) {
    for (const part of repositoriesOf(entity)) {
      const parts = this.#byRepository.get(part.repository) ?? [];
      const matches = picomatch(part.paths.length > 0 ? part.paths : ['**'], {
        dot: true,
      });
      parts.push({ ...part, service: entity.ref, matches });
      this.#byRepository.set(part.repository, parts);
    }
  }
}
