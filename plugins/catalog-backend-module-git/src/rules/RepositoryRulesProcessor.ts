import {
  DEFAULT_NAMESPACE,
  isGroupEntity,
  isLocationEntity,
  isUserEntity,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { NotAllowedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import { repositoryOf } from './repositoryOf';

interface Options {
  integrations: Pick<ScmIntegrations, 'resolveUrl'>;
  /** What entities of a repository may be called within. */
  namespaces: string[];
  /** Locations that the operator wrote down: they may lead anywhere. */
  trusted: Set<string>;
  /** Whether a URL is read as plain Git, whose providers have allow-lists of their own. */
  isPlainGit(url: string): boolean;
}

/**
 * What `catalog.rules` is for kinds, for namespaces and places: an entity that
 * came through a repository of a Git host stays in the namespaces that are
 * meant for it, and in its repository. Otherwise a push to one repository
 * could take the name of what another one owns, or read that one's files with
 * the credentials of the portal.
 */
export class RepositoryRulesProcessor implements CatalogProcessor {
  readonly #options: Options;

  static fromConfig(
    config: Config,
    options: Pick<Options, 'isPlainGit'>,
  ): RepositoryRulesProcessor {
    return new RepositoryRulesProcessor({
      ...options,
      integrations: ScmIntegrations.fromConfig(config),
      namespaces: config.getOptionalStringArray(
        'catalog.repositoryRules.namespaces',
      ) ?? [DEFAULT_NAMESPACE],
      trusted: new Set(
        config
          .getOptionalConfigArray('catalog.locations')
          ?.map(location => location.getString('target')),
      ),
    });
  }

  constructor(options: Options) {
    this.#options = options;
  }

  getProcessorName() {
    return 'RepositoryRulesProcessor';
  }

  /** @throws NotAllowedError that names the entity, the place and what to do */
  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
    _emit: CatalogProcessorEmit,
    origin: LocationSpec,
  ): Promise<Entity> {
    if (this.#isRuled(entity, origin)) {
      this.#checkNamespace(entity, location);
      for (const place of placesOf(entity, location)) {
        this.#checkPlace(entity, place, location, origin);
      }
    }
    return entity;
  }

  /** People and groups come from the organisation's source alone: `catalog.rules` lets no repository define them. */
  #isRuled(entity: Entity, origin: LocationSpec): boolean {
    return (
      origin.type === 'url' &&
      !isUserEntity(entity) &&
      !isGroupEntity(entity) &&
      !this.#options.trusted.has(origin.target) &&
      !this.#options.isPlainGit(origin.target)
    );
  }

  #checkNamespace(entity: Entity, location: LocationSpec) {
    const { namespaces } = this.#options;
    const { namespace = DEFAULT_NAMESPACE } = entity.metadata;
    // Locations that the catalog itself makes are always at home in the default one.
    const allowed =
      isLocationEntity(entity) ||
      namespaces.includes(namespace) ||
      namespaces.includes('*');
    if (!allowed) {
      throw new NotAllowedError(
        `${stringifyEntityRef(entity)} of ${location.target} is in a ` +
          `namespace that repositories may not use; allowed are ` +
          `${namespaces.join(', ')}. Change metadata.namespace, or ` +
          `catalog.repositoryRules.namespaces`,
      );
    }
  }

  #checkPlace(
    entity: Entity,
    place: string,
    location: LocationSpec,
    origin: LocationSpec,
  ) {
    const url = this.#options.integrations.resolveUrl({
      url: place,
      base: location.target,
    });
    const home = repositoryOf(origin.target);
    if (!home || repositoryOf(url) !== home) {
      throw new NotAllowedError(
        `${stringifyEntityRef(entity)} of ${location.target} leads to ` +
          `${place}, outside of its repository. Remove it from spec.targets: ` +
          `the other repository is found, or registered, by itself`,
      );
    }
  }
}

/** Where an entity was read, and where it leads to. */
function placesOf(entity: Entity, location: LocationSpec): string[] {
  if (!isLocationEntity(entity)) {
    return [location.target];
  }
  const { target, targets = [] } = entity.spec;
  return [location.target, ...(target ? [target] : []), ...targets];
}
