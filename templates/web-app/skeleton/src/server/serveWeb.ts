import { sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const ASSETS = `${sep}assets${sep}`;

/**
 * Serves the built frontend. Files under `assets/` have a hash of their content in their name and
 * may be kept for good; the page that names them is asked for anew each time.
 */
export async function serveWeb(app: FastifyInstance, root: string) {
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes(ASSETS)
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
      );
    },
  });
}
