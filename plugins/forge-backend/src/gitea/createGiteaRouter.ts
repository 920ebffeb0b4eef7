import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { json, type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  ConflictError,
  InputError,
  NotFoundError,
  isError,
} from '@backstage/errors';
import type { GitService } from '@waymark/git-node';
import { z } from 'zod';
import type { GitAuthenticator } from '../access/GitAuthenticator';
import type { RepositoryAccess } from '../access/RepositoryAccess';
import type {
  RepositoryName,
  RepositoryRoot,
} from '../repositories/RepositoryRoot';
import { toGiteaRepository } from './GiteaRepository';
import { readContents } from './readContents';

const MAX_BODY = '64kb';
const MAX_PAGE = 50;
const ARCHIVE = /^(.+)\.tar\.gz$/;

const newRepository = z.object({
  name: z.string(),
  default_branch: z.string().min(1).max(100).default('main'),
});
const page = z.object({
  page: z.coerce.number<unknown>().int().min(1).default(1),
  limit: z.coerce.number<unknown>().int().min(1).max(MAX_PAGE).default(30),
});

/**
 * The part of Gitea's REST API that `publish:gitea` and Backstage's readers of
 * Gitea use, unmodified. Whoever outgrows the embedded forge points the same
 * integration at a real one.
 */
export function createGiteaRouter(options: {
  root: RepositoryRoot;
  git: GitService;
  authenticator: GitAuthenticator;
  access: RepositoryAccess;
  baseUrl: string;
  isPrivate: boolean;
}): Router {
  const { root, git, authenticator, access, baseUrl, isPrivate } = options;
  const router = PromiseRouter();
  const named = (req: Request): RepositoryName => ({
    owner: req.params.owner,
    name: req.params.name,
  });

  async function open(req: Request) {
    await access.assertMayRead(await authenticator.authenticate(req));
    return git.open({ url: await root.folderOf(named(req)) });
  }

  async function describe(repository: RepositoryName) {
    const url = await root.folderOf(repository);
    const { branch, commit } = await git.head({ url });
    return toGiteaRepository({
      repository,
      baseUrl,
      defaultBranch: branch,
      isEmpty: commit === undefined,
      isPrivate,
    });
  }

  /** A run that ended before its first push finds its repository again, still empty. */
  async function create(
    repository: RepositoryName & { defaultBranch: string },
  ) {
    try {
      await root.create(repository);
      return true;
    } catch (error) {
      if (isError(error) && error.name === 'ConflictError') {
        return false;
      }
      throw error;
    }
  }

  async function assertOwner(req: Request) {
    await access.assertMayRead(await authenticator.authenticate(req));
    if (!(await root.hasOwner(req.params.owner))) {
      throw new NotFoundError(`There is no organisation ${req.params.owner}`);
    }
  }

  router.get('/orgs/:owner', async (req, res) => {
    await assertOwner(req);
    const { owner } = req.params;
    res.json({ name: owner, username: owner, full_name: owner });
  });

  router.get('/orgs/:owner/repos', async (req, res) => {
    await assertOwner(req);
    const parsed = page.safeParse(req.query);
    if (!parsed.success) {
      throw new InputError(`page, limit: ${parsed.error.issues[0].message}`);
    }
    const { page: number, limit } = parsed.data;
    const all = await root.list(req.params.owner);
    const some = all.slice((number - 1) * limit, number * limit);
    res.setHeader('x-total-count', all.length);
    res.json(await Promise.all(some.map(describe)));
  });

  router.post(
    '/orgs/:owner/repos',
    json({ limit: MAX_BODY }),
    async (req, res) => {
      await access.assertMayCreate(await authenticator.authenticate(req));
      const parsed = newRepository.safeParse(req.body);
      if (!parsed.success) {
        const [{ path, message }] = parsed.error.issues;
        throw new InputError(`${path.join('.')}: ${message}`);
      }
      const { name, default_branch: defaultBranch } = parsed.data;
      const repository = { owner: req.params.owner, name };
      const isNew = await create({ ...repository, defaultBranch });
      const described = await describe(repository);
      if (!isNew && !described.empty) {
        throw new ConflictError(
          `The repository ${described.full_name} already exists`,
        );
      }
      res.status(201).json(described);
    },
  );

  router.get('/repos/:owner/:name', async (req, res) => {
    await access.assertMayRead(await authenticator.authenticate(req));
    res.json(await describe(named(req)));
  });

  router.get('/repos/:owner/:name/git/commits/:ref', async (req, res) => {
    const repository = await open(req);
    res.json({ sha: await repository.revParse(req.params.ref) });
  });

  router.get('/repos/:owner/:name/contents/*', async (req, res) => {
    const repository = await open(req);
    const ref = z.string().optional().parse(req.query.ref);
    const commit = await repository.revParse(ref ?? 'HEAD');
    const file = await readContents({
      repository,
      commit,
      path: (req.params as Record<string, string>)[0],
    });
    res.setHeader('etag', `"${file.sha}"`);
    res.json(file);
  });

  router.get('/repos/:owner/:name/archive/:archive', async (req, res) => {
    const repository = await open(req);
    const [, ref] = ARCHIVE.exec(req.params.archive) ?? [];
    if (!ref) {
      throw new InputError('archive: <branch, tag or commit>.tar.gz');
    }
    const commit = await repository.revParse(ref);
    res.type('application/gzip');
    await pipeline(
      await repository.archive({ commit, folder: req.params.name }),
      createGzip(),
      res,
    );
  });
  return router;
}
