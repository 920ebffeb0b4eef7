import { DatabaseManager } from '@backstage/backend-defaults/database';
import type {
  DatabaseService,
  RootConfigService,
  RootLifecycleService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Memo } from './Memo';
import { probeConfig, PROBED_PLUGIN } from './probeConfig';

/** Longer than any healthy answer, shorter than the timeout of a probe. */
const TIMEOUT_MS = 2_000;
/** However many probes there are, the database is asked once a second. */
const TTL_MS = 1_000;

export interface DatabaseProbeOptions {
  config: RootConfigService;
  logger: RootLoggerService;
  lifecycle: RootLifecycleService;
}

/** Asks the database whether it is there. */
export class DatabaseProbe {
  readonly #database: DatabaseService;
  readonly #logger: RootLoggerService;
  readonly #reachable = new Memo({ load: () => this.#check(), ttlMs: TTL_MS });
  #wasReachable = true;

  /** Opens no connection yet. */
  constructor({ config, logger, lifecycle }: DatabaseProbeOptions) {
    this.#logger = logger;
    this.#database = DatabaseManager.fromConfig(
      probeConfig(config, TIMEOUT_MS),
      { rootLogger: logger, rootLifecycle: lifecycle },
    ).forPlugin(PROBED_PLUGIN, { logger, lifecycle });
    // The manager ends its keep-alive on shutdown but leaves connections open,
    // and an open connection keeps a database from being dropped.
    lifecycle.addShutdownHook(() => this.#close());
  }

  /** Never rejects, and takes 2 s at most; the answer is up to 1 s old. */
  isReachable(): Promise<boolean> {
    return this.#reachable.get();
  }

  async #check(): Promise<boolean> {
    const error = await withTimeout(this.#select()).then(
      () => undefined,
      toError,
    );
    const isReachable = !error;
    // Once per change: probes come every few seconds, for hours if need be.
    if (isReachable !== this.#wasReachable) {
      this.#wasReachable = isReachable;
      if (error) {
        this.#logger.error(`Not ready, database unreachable: ${error.message}`);
      } else {
        this.#logger.info('Ready again, database reachable');
      }
    }
    return isReachable;
  }

  async #close(): Promise<void> {
    const client = await this.#database.getClient();
    await client.destroy();
  }

  async #select(): Promise<void> {
    const client = await this.#database.getClient();
    // A query that times out in Knex costs its connection, so a connection
    // whose other end has silently gone is not used for the next probe.
    await client.raw('SELECT 1').timeout(TIMEOUT_MS);
  }
}

/** Getting a connection and asking have a timeout each; this is for both. */
async function withTimeout(work: Promise<void>): Promise<void> {
  const { promise, cancel } = rejectAfter(TIMEOUT_MS);
  try {
    await Promise.race([work, promise]);
  } finally {
    cancel();
  }
}

function rejectAfter(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  });
  return { promise, cancel: () => clearTimeout(timer) };
}
