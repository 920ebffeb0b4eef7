import type {
  RootHealthService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { DatabaseProbe } from './DatabaseProbe';

const ok = { status: 200, payload: { status: 'ok' } };

const unready = (message: string) => ({
  status: 503,
  payload: { message, status: 'error' } satisfies JsonObject,
});

/**
 * Health of this process.
 *
 * Before start and during shutdown it answers what Backstage's own service
 * answers, which cannot be extended; in between it also asks the database.
 * Liveness leaves the database out: a restart would not bring it back.
 */
export class DatabaseHealthService implements RootHealthService {
  readonly #probe: Pick<DatabaseProbe, 'isReachable'>;
  #state: 'init' | 'up' | 'down' = 'init';

  constructor(options: {
    lifecycle: RootLifecycleService;
    probe: Pick<DatabaseProbe, 'isReachable'>;
  }) {
    this.#probe = options.probe;
    options.lifecycle.addStartupHook(() => {
      this.#state = 'up';
    });
    options.lifecycle.addBeforeShutdownHook(() => {
      this.#state = 'down';
    });
  }

  async getLiveness() {
    return ok;
  }

  async getReadiness() {
    switch (this.#state) {
      case 'init':
        return unready('Backend has not started yet');
      case 'down':
        return unready('Backend is shutting down');
      default:
        return (await this.#probe.isReachable())
          ? ok
          : unready('database unreachable');
    }
  }
}
