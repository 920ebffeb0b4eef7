export interface Config {
  /** The embedded Git forge; without `root` there is none. */
  forge?: {
    /** Folder of the bare repositories: `<owner>/<name>.git`. */
    root?: string;
    /** Organisations that may have repositories, besides those that have some already. */
    owners?: string[];
    /** Whether everybody who reaches the portal may clone; default false. */
    anonymousRead?: boolean;
    /** Largest push in bytes; default 104857600. */
    maxPushBytes?: number;
    /** Longest that one clone, fetch or push may take, in seconds; default 600. */
    timeoutSeconds?: number;
  };
}
