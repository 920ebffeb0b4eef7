import { Router } from 'express';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GitService } from '@waymark/git-node';
import type { GitAuthenticator } from './access/GitAuthenticator';
import type { RepositoryAccess } from './access/RepositoryAccess';
import { createGitRouter } from './git/createGitRouter';
import { createGiteaRouter } from './gitea/createGiteaRouter';
import { createPagesRouter } from './pages/createPagesRouter';
import type {
  RepositoryName,
  RepositoryRoot,
} from './repositories/RepositoryRoot';
import { answerErrors } from './router/answerErrors';

/** Everything below `/forge`: what Git speaks, what Gitea's clients speak, and ways to pages. */
export function createForgeRouter(options: {
  root: RepositoryRoot;
  git: GitService;
  authenticator: GitAuthenticator;
  access: RepositoryAccess;
  logger: LoggerService;
  baseUrl: string;
  pagesUrl: string;
  anonymousRead: boolean;
  maxPushBytes: number;
  timeoutMs: number;
  onPushed(repository: RepositoryName): Promise<void>;
}): Router {
  const { anonymousRead } = options;
  const router = Router();
  router.use(createGitRouter(options));
  router.use(
    '/api/v1',
    createGiteaRouter({ ...options, isPrivate: !anonymousRead }),
  );
  router.use(createPagesRouter(options));
  router.use(answerErrors(options));
  return router;
}
