import { Router } from 'express';
import { buildLocationUrl } from '@waymark/git-node';

/**
 * Leads people from addresses of the forge to the portal's pages of the same
 * files, which check for themselves who may see them.
 */
export function createPagesRouter(options: { pagesUrl: string }): Router {
  const router = Router();
  const page = (
    { owner, name }: Record<string, string>,
    kind: 'blob' | 'tree',
    ref: string,
    path: string,
  ) =>
    buildLocationUrl({
      baseUrl: options.pagesUrl,
      repository: `${owner}/${name}`,
      kind,
      ref,
      path: path.replace(/^\/+|\/+$/g, ''),
    });

  router.get('/:owner/:name/src/branch/:ref*', (req, res) => {
    const params: Record<string, string> = req.params;
    res.redirect(302, page(params, 'tree', params.ref, params[0]));
  });
  router.get('/:owner/:name/:kind(blob|tree)/:ref*', (req, res) => {
    const params: Record<string, string> = req.params;
    const kind = params.kind === 'blob' ? 'blob' : 'tree';
    res.redirect(302, page(params, kind, params.ref, params[0]));
  });
  router.get('/:owner/:name', (req, res) => {
    res.redirect(302, page(req.params, 'tree', 'HEAD', ''));
  });
  return router;
}
