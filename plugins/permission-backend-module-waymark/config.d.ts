/** One role and who has it. */
interface WaymarkRole {
  /**
   * Entity references of groups and users that have the role, or `*` for every
   * signed-in person.
   */
  members?: string[];
  /** Roles whose permissions this role has too. */
  inherits?: string[];
  /**
   * Names of permissions; `*` stands for any characters. With the suffix
   * `:own`, only for what the person owns.
   */
  permissions?: string[];
}

export interface Config {
  waymark?: {
    /** Who may do what. Whatever no role grants is denied. */
    roles?: {
      developer?: WaymarkRole;
      'team-lead'?: WaymarkRole;
      'platform-coach'?: WaymarkRole;
      'platform-pm'?: WaymarkRole;
      'platform-engineer'?: WaymarkRole;
      admin?: WaymarkRole;
    };
  };
}
