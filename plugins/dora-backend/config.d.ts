export interface Config {
  waymark?: {
    /** Time zone of every day, week and month, such as Europe/Berlin; default UTC. */
    timezone?: string;
    privacy?: {
      /**
       * Key of the pseudonyms that stand for people's names, 16 characters or
       * more. Not in the database; with another one people before and after do
       * not match.
       * @visibility secret
       */
      pseudonymKey: string;
    };
  };
  dora?: {
    /** Raw events and what follows from them are kept so long; default 25. */
    retentionMonths?: number;
    /** A deployment younger than this that has not failed is not yet in the fail rate; default 24. */
    graceHours?: number;
    ingest?: {
      /** Of one event; default 1000000. */
      maxEventBytes?: number;
      /** Requests of one webhook source per minute and replica; default 6000. */
      requestsPerMinute?: number;
      /**
       * Machines that may report to `POST /api/dora/events`, by the subject of
       * their token, such as `external:github:repo:acme/*`; a `*` at the end is
       * whatever follows. Default: all that have `dora.event.create`.
       */
      senders?: string[];
    };
    /** By id: github, gitlab, argocd, flux, alertmanager, pagerduty, incident-io, cdevents, generic. */
    sources?: {
      [source: string]: {
        /**
         * What its webhooks are signed with; several while one is replaced.
         * Without any, `POST /api/dora/ingest/<source>` is closed.
         * @deepVisibility secret
         */
        secrets?: string[];
      };
    };
    git?: {
      /** Read changes and releases from the repositories of the catalog; default true. */
      enabled?: boolean;
      /** Commits that are read of one repository or deployment; default 5000. */
      maxCommits?: number;
    };
    /** What counts as what; default in brackets. */
    rules?: {
      /** A deployment is unplanned when a change it ships has one of these (hotfix, incident, emergency). */
      hotfixLabels?: string[];
      hotfixBranches?: string[];
      hotfixTitles?: string[];
      /** An incident belongs to the last deployment at most so long before it (24). */
      causeWindowHours?: number;
      /** Older than this, the previous deployment is no base for lead times (60). */
      baselineGapDays?: number;
      /** first-commit or opened (first-commit). */
      leadTimeFrom?: 'first-commit' | 'opened';
    };
  };
}
