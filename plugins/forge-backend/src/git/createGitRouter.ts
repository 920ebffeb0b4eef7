import { type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { InputError } from '@backstage/errors';
import type { GitAuthenticator } from '../access/GitAuthenticator';
import { isService, nameOf } from '../access/GitPrincipal';
import type { RepositoryAccess } from '../access/RepositoryAccess';
import type {
  RepositoryName,
  RepositoryRoot,
} from '../repositories/RepositoryRoot';
import { runHttpBackend } from './runHttpBackend';

const FETCH = 'git-upload-pack';
const PUSH = 'git-receive-pack';
const DEFAULT_BRANCH = 'main';

/**
 * The three requests of Git's smart HTTP protocol; the dumb one is not spoken.
 * A service that may make repositories makes one by pushing to it.
 */
export function createGitRouter(options: {
  root: RepositoryRoot;
  authenticator: GitAuthenticator;
  access: RepositoryAccess;
  maxPushBytes: number;
  timeoutMs: number;
  /** Told of every push that git took. */
  onPushed(repository: RepositoryName): Promise<void>;
}): Router {
  const { root, authenticator, access, onPushed } = options;
  const { maxPushBytes, timeoutMs } = options;
  const router = PromiseRouter();

  const serve =
    (serviceOf: (req: Request) => string) =>
    async (req: Request, res: Parameters<typeof runHttpBackend>[1]) => {
      const repository = { owner: req.params.owner, name: req.params.name };
      const isPush = serviceOf(req) === PUSH;
      const principal = await authenticator.authenticate(req);
      if (isPush && isService(principal) && !(await root.has(repository))) {
        await access.assertMayCreate(principal);
        await root.create({ ...repository, defaultBranch: DEFAULT_BRANCH });
      }
      await access.assertMayRead(principal);
      await root.folderOf(repository);
      if (isPush) {
        await access.assertMayWrite(principal, repository);
      }
      const wasTaken = await runHttpBackend(req, res, {
        root: root.path,
        path: decodeURIComponent(req.path),
        user: nameOf(principal),
        maxPushBytes,
        timeoutMs,
      });
      if (isPush && wasTaken && req.method === 'POST') {
        await onPushed(repository);
      }
    };

  router.get('/:owner/:name.git/info/refs', serve(serviceNamed));
  router.post(
    `/:owner/:name.git/${FETCH}`,
    serve(() => FETCH),
  );
  router.post(
    `/:owner/:name.git/${PUSH}`,
    serve(() => PUSH),
  );
  return router;
}

function serviceNamed(req: Request): string {
  const { service } = req.query;
  if (service !== FETCH && service !== PUSH) {
    throw new InputError(`service: ${FETCH} or ${PUSH}`);
  }
  return service;
}
