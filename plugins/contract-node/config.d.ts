export interface Config {
  waymark?: {
    /** Bounds of every endpoint that is served from a contract. */
    limits?: {
      /**
       * Requests per minute that one principal (a person or a service) may
       * send to one plugin on one replica. Default 600.
       */
      requestsPerMinute?: number;
      /**
       * Largest request body in bytes, after decompression, where an endpoint
       * states no bound of its own. Default 1048576 (1 MiB).
       */
      bodyBytes?: number;
    };
  };
}
