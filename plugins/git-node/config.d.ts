export interface Config {
  waymark?: {
    git?: {
      /**
       * Folder for mirrors of remote repositories. Its content can be deleted
       * at any time; every replica may have its own. Must belong to the user
       * of the portal, must not be writable by others, and must not be a
       * symbolic link. It is made when it does not exist: below a volume that
       * others can write, name a folder of its own. Default:
       * `waymark-git-cache-<uid>` in the system's temporary directory.
       */
      cacheDirectory?: string;
    };
  };
}
