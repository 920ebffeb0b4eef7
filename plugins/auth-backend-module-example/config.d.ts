export interface Config {
  waymark?: {
    /** The example organisation; never part of a production portal. */
    example?: {
      /**
       * Sign in as any person of the example organisation, without a password.
       * Needs loopback addresses throughout and `auth.providers.example`.
       * @visibility frontend
       */
      enabled?: boolean;
    };
  };
  auth?: {
    providers?: {
      /** The example sign-in has no settings of its own; write `{}`. */
      example?: {};
    };
  };
}
