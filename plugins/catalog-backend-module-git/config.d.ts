export interface Config {
  catalog?: {
    /**
     * What repositories of a Git host with an API (GitHub, GitLab, and
     * locations that people register) may define, beside the kinds of
     * `catalog.rules`. Sources of plain Git have their own `allow`.
     */
    repositoryRules?: {
      /** Namespaces of entities; `*` stands for every one. Default: `default`. */
      namespaces?: string[];
    };
  };
}
