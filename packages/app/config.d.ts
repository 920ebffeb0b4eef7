export interface Config {
  waymark?: {
    /**
     * IANA name of the time zone in which every window and date is shown.
     * Default: UTC.
     * @visibility frontend
     */
    timezone?: string;

    signIn?: {
      /**
       * The sign-in providers to offer, in this order. Each one also needs its
       * section below `auth.providers`, which never reaches the browser.
       * @deepVisibility frontend
       */
      providers?: Array<'github' | 'gitlab' | 'microsoft' | 'oidc'>;
    };

    /** The example organisation: simulated people and data. */
    example?: {
      /**
       * Whether this portal shows the example organisation.
       * @visibility frontend
       */
      enabled?: boolean;

      /** @deepVisibility frontend */
      organisation?: {
        /** Name as people read it, such as "Northwind Market". */
        name: string;
        slug?: string;
        /** ecommerce, bank or startup */
        profile?: string;
      };

      /**
       * The people offered on the sign-in page.
       * @deepVisibility frontend
       */
      personas?: Array<{
        /** developer, team-lead, platform-pm, platform-engineer, ... */
        role: string;
        /** Entity ref of the catalog user, such as `user:default/ada`. */
        userRef: string;
        displayName: string;
        title?: string;
        summary?: string;
      }>;
    };
  };
}
