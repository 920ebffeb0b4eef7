import {
  ReaderFactory,
  urlReaderFactoriesServiceRef,
} from '@backstage/backend-defaults/urlReader';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { gitServiceRef, readGitProviders } from '@waymark/git-node';
import { GitUrlReader } from './GitUrlReader';
import { RepositoryLocator } from './RepositoryLocator';

/** Adds plain Git to the URL readers of every plugin. */
export const gitUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: { git: gitServiceRef },
  factory({ git }): ReaderFactory {
    return ({ config, treeResponseFactory }) => {
      const providers = readGitProviders(config);
      const locator = new RepositoryLocator({ providers });
      const reader = new GitUrlReader({ git, locator, treeResponseFactory });
      return [{ reader, predicate: url => locator.covers(url) }];
    };
  },
});
