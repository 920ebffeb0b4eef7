/**
 * How a replica starts and stops beside others, and how long its answers take.
 *
 * @packageDocumentation
 */
import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { httpRouterServiceFactory } from './http/httpRouterServiceFactory';
import { startTurnServiceFactory } from './startTurn/startTurnServiceFactory';

export { migrateTogether } from './database/migrateTogether';
export { httpRouterServiceFactory, startTurnServiceFactory };

export default createBackendFeatureLoader({
  loader: () => [startTurnServiceFactory, httpRouterServiceFactory],
});
