import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { GitProviderConfig } from '@waymark/git-node';
import { IngestionStore } from './database/IngestionStore';
import { problemUrl } from './domain/places';
import { OwnerNotices } from './services/OwnerNotices';

/** Members of this role are told what nobody owns. */
const FALLBACK = 'waymark.roles.platform-engineer.members';

/** Messages to owners, with what they need of other plugins. */
export function createOwnerNotices(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: Config;
  logger: LoggerService;
  notifications: NotificationService;
  providers: GitProviderConfig[];
  store: IngestionStore;
}): OwnerNotices {
  const { auth, catalog, config, providers } = options;
  const portal = config.getOptionalString('app.baseUrl')?.replace(/\/+$/, '');
  const members = config.getOptionalStringArray(FALLBACK) ?? [];
  return new OwnerNotices({
    ...options,
    // `*` is everybody, which is nobody in particular.
    fallback: members.filter(member => member !== '*'),
    existing: async refs => {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: refs, fields: ['kind'] },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      return refs.filter((_, index) => items[index] !== undefined);
    },
    urlOf: place => {
      const provider = providers.find(p => p.id === place.provider);
      const url = problemUrl(place, provider);
      // Pages of the portal itself open in place.
      return portal && url.startsWith(`${portal}/`)
        ? url.slice(portal.length)
        : url;
    },
  });
}
