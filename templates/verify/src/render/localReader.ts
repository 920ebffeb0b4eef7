import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { TEMPLATES } from '../templates';

/** Where the templates seem to be: any host does that is declared under `integrations`. */
export const TEMPLATES_URL =
  'https://templates.example.com/waymark/portal/src/branch/main/templates';

const LEFT_OUT = new Set(['node_modules', 'dist', '.venv', '__pycache__']);

function notImplemented(): never {
  throw new Error('only whole folders are read from here');
}

/** Reads folders of the local `templates/` as though they were in that repository. */
export function localReader(): UrlReaderService {
  return {
    async readTree(url) {
      const relative = path.relative(
        new URL(TEMPLATES_URL).pathname,
        decodeURIComponent(new URL(url).pathname),
      );
      if (!url.startsWith(TEMPLATES_URL) || relative.startsWith('..')) {
        throw new Error(`${url} is not among the templates`);
      }
      return {
        etag: '',
        files: notImplemented,
        archive: notImplemented,
        async dir(options) {
          const target = options?.targetDir ?? notImplemented();
          await cp(path.join(TEMPLATES, relative), target, {
            recursive: true,
            filter: source => !LEFT_OUT.has(path.basename(source)),
          });
          return target;
        },
      };
    },
    readUrl: notImplemented,
    search: notImplemented,
  };
}
