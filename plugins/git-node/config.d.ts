export interface Config {
  waymark?: {
    git?: {
      /**
       * Folder for mirrors of remote repositories. Its content can be deleted
       * at any time; every replica may have its own. Default: a folder in the
       * system's temporary directory.
       */
      cacheDirectory?: string;
    };
  };
}
