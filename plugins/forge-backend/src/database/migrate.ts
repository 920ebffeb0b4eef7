import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import { migrateTogether } from '@waymark/replica-node';

/** Brings the tables of the plugin up to date. */
export const migrate = (database: DatabaseService) =>
  migrateTogether({
    database,
    pluginId: 'forge',
    directory: resolvePackagePath(
      '@waymark/plugin-forge-backend',
      'migrations',
    ),
  });
