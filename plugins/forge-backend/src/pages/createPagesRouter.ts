import { Router, type Request, type Response } from 'express';
import { buildLocationUrl } from '@waymark/git-node';

/**
 * Leads people from addresses of the forge to the portal's pages of the same
 * files, which check for themselves who may see them.
 */
export function createPagesRouter(options: { pagesUrl: string }): Router {
  const router = Router();
  // A clone address leads to the same page.
  const page = (
    { owner, name }: Record<string, string>,
    kind: 'blob' | 'tree',
    ref: string,
    path: string,
  ) =>
    buildLocationUrl({
      baseUrl: options.pagesUrl,
      repository: `${owner}/${name.replace(/\.git$/, '')}`,
      kind,
      ref,
      path: path.replace(/^\/+|\/+$/g, ''),
    });

  router.get('/:owner/:name/src/branch/:ref*', (req, res) => {
    const params: Record<string, string> = req.params;
    lead(req, res, page(params, 'tree', params.ref, params[0]));
  });
  router.get('/:owner/:name/:kind(blob|tree)/:ref*', (req, res) => {
    const params: Record<string, string> = req.params;
    const kind = params.kind === 'blob' ? 'blob' : 'tree';
    lead(req, res, page(params, kind, params.ref, params[0]));
  });
  router.get('/:owner/:name', (req, res) => {
    lead(req, res, page(req.params, 'tree', 'HEAD', ''));
  });
  return router;
}

/**
 * `publish:gitea` waits, without credentials, until the page of what it made
 * answers. Programs are told where it is; that tells nobody whether it exists.
 */
function lead(req: Request, res: Response, url: string) {
  if (req.header('accept')?.includes('text/html')) {
    res.redirect(302, url);
  } else {
    res.json({ html_url: url });
  }
}
