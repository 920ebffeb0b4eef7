import { HumanDuration } from '@backstage/types';

export interface Config {
  waymark?: {
    shutdown?: {
      /**
       * How long a replica that shuts down waits for requests it has begun,
       * after `backend.lifecycle.serverShutdownDelay`. Default: 15 seconds.
       */
      requestTimeout?: HumanDuration | string;
    };
  };
}
