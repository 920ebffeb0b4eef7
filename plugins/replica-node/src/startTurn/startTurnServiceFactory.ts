import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type LifecycleServiceShutdownHook,
  type RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { probeConfig, PROBED_PLUGIN } from '@waymark/health-node';
import { takeStartTurn } from './takeStartTurn';

const CONNECT_LIMIT_MS = 10_000;
/** One holds the turn; the manager sends its keep-alives over another. */
const CONNECTIONS = 2;

/** Held by the replica that is starting; nothing asks for it. */
const startTurnServiceRef = createServiceRef<{}>({
  id: 'waymark.start-turn',
  scope: 'root',
});

/** A lifecycle that ends before the process does: the manager stops its keep-alives with it. */
class ShortLifecycle implements RootLifecycleService {
  readonly #hooks: LifecycleServiceShutdownHook[] = [];
  addShutdownHook(hook: LifecycleServiceShutdownHook) {
    this.#hooks.push(hook);
  }
  addStartupHook() {}
  addBeforeShutdownHook() {}
  async end() {
    await Promise.all(this.#hooks.splice(0).map(hook => hook()));
  }
}

/**
 * Lets replicas on one database start one after another.
 *
 * Every plugin migrates its tables while it starts, and two that migrate the
 * same tables at once make one of them fail. Root services come before all
 * plugins, and startup hooks after them.
 */
export const startTurnServiceFactory = createServiceFactory({
  service: startTurnServiceRef,
  initialization: 'always',
  deps: {
    config: coreServices.rootConfig,
    logger: coreServices.rootLogger,
    lifecycle: coreServices.rootLifecycle,
  },
  async factory({ config, logger, lifecycle }) {
    const keepAlives = new ShortLifecycle();
    const database = DatabaseManager.fromConfig(
      probeConfig(config, CONNECT_LIMIT_MS, CONNECTIONS),
      { rootLogger: logger, rootLifecycle: keepAlives },
    ).forPlugin(PROBED_PLUGIN, { logger, lifecycle });
    const knex = await database.getClient();
    const disconnect = async () => {
      await keepAlives.end();
      await knex.destroy();
    };
    try {
      const end = await takeStartTurn({ knex, logger });
      const finish = async () => {
        await end();
        await disconnect();
      };
      lifecycle.addStartupHook(finish);
      lifecycle.addShutdownHook(finish);
    } catch (error) {
      // The plugins need the database too, and say better what is wrong with it.
      logger.warn(`Starting without waiting for other replicas: ${error}`);
      await disconnect();
    }
    return {};
  },
});
