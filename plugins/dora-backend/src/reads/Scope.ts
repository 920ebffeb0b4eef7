/** What a figure or a list is about, in terms of the tables. */
export type Scope =
  | { kind: 'organisation' }
  /** Services by their refs. */
  | { kind: 'services'; services: string[] }
  /**
   * What these groups owned when it happened. `services` are all that they ever
   * owned: nothing else has to be looked at.
   */
  | { kind: 'owners'; owners: string[]; services: string[] };
