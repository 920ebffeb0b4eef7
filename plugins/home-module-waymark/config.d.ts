/** What one role sees, besides what the roles before it see. */
interface HomePageOfRole {
  /**
   * The wide column, from above: ids of widgets such as `home/my-services`, or
   * objects with `widget`, `width` (`full` or `half`) and `settings`.
   */
  main?: Array<
    | string
    | {
        widget: string;
        width?: 'full' | 'half';
        settings?: { [name: string]: unknown };
      }
  >;
  /** The narrow column, from above. */
  side?: Array<
    | string
    | {
        widget: string;
        width?: 'full' | 'half';
        settings?: { [name: string]: unknown };
      }
  >;
}

export interface Config {
  waymark?: {
    home?: {
      /**
       * The home page by role, for those who have not arranged their own.
       * @deepVisibility frontend
       */
      defaults?: {
        developer?: HomePageOfRole;
        'team-lead'?: HomePageOfRole;
        'platform-coach'?: HomePageOfRole;
        'platform-pm'?: HomePageOfRole;
        'platform-engineer'?: HomePageOfRole;
        admin?: HomePageOfRole;
      };
    };
  };
}
