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
import type { RepositoryHome } from './RepositoryHome';
import { repositoryOf } from './repositoryOf';

const NAMESPACES = 'catalog.repositoryRules.namespaces';

interface Options {
  integrations: Pick<ScmIntegrations, 'resolveUrl'>;
  /** What entities may be called within, of repositories that are not plain Git. */
  namespaces: string[];
  /** Locations that the operator wrote down: they may lead anywhere. */
  trusted: Set<string>;
  /** Repositories that are read as plain Git, whose providers have allow-lists of their own. */
  plainGit: { homeOf(url: string): RepositoryHome | undefined };
}

/**
 * What `catalog.rules` is for kinds, for namespaces and places: an entity that
 * came through a repository stays in the namespaces that are
 * meant for it, and in its repository. Otherwise a push to one repository
 * could take the name of what another one owns, or read that one's files with
 * the credentials of the portal.
 */
export class RepositoryRulesProcessor implements CatalogProcessor {
  readonly #options: Options;

  static fromConfig(
    config: Config,
    options: Pick<Options, 'plainGit'>,
  ): RepositoryRulesProcessor {
    return new RepositoryRulesProcessor({
      ...options,
      integrations: ScmIntegrations.fromConfig(config),
      namespaces: config.getOptionalStringArray(NAMESPACES) ?? [
        DEFAULT_NAMESPACE,
      ],
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
      const home = this.#homeOf(origin.target);
      checkNamespace(entity, location, home);
      for (const place of placesOf(entity, location)) {
        this.#checkPlace(entity, place, location, home);
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
      !this.#options.trusted.has(origin.target)
    );
  }

  #homeOf(url: string): Home {
    return (
      this.#options.plainGit.homeOf(url) ?? {
        repository: repositoryOf(url),
        namespaces: this.#options.namespaces,
        setting: NAMESPACES,
      }
    );
  }

  #checkPlace(
    entity: Entity,
    place: string,
    location: LocationSpec,
    home: Home,
  ) {
    const url = this.#options.integrations.resolveUrl({
      url: place,
      base: location.target,
    });
    const { repository } = home;
    if (!repository || this.#homeOf(url).repository !== repository) {
      throw new NotAllowedError(
        `${stringifyEntityRef(entity)} of ${location.target} leads to ` +
          `${place}, outside of its repository. Remove it from spec.targets: ` +
          `the other repository is found, or registered, by itself`,
      );
    }
  }
}

/** A URL may name no repository at all. */
type Home = Omit<RepositoryHome, 'repository'> & { repository?: string };

function checkNamespace(entity: Entity, location: LocationSpec, home: Home) {
  const { namespaces, setting } = home;
  const { namespace = DEFAULT_NAMESPACE } = entity.metadata;
  // Locations that the catalog itself makes are always at home in the default one.
  const allowed =
    isLocationEntity(entity) ||
    namespaces.includes(namespace.toLowerCase()) ||
    namespaces.includes('*');
  if (!allowed) {
    throw new NotAllowedError(
      `${stringifyEntityRef(entity)} of ${location.target} is in a ` +
        `namespace that its repository may not use; allowed are ` +
        `${namespaces.join(', ')}. Change metadata.namespace, or ${setting}`,
    );
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
