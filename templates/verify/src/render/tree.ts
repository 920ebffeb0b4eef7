import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TEMPLATES, type Template } from '../templates';

/** Text files by their path, with slashes. */
export type Tree = ReadonlyMap<string, string>;

export function readTree(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => !/\/(node_modules|dist|\.venv|__pycache__)\//.test(file));
  return new Map(
    files
      .map(file => [
        path.relative(folder, file).split(path.sep).join('/'),
        readFileSync(file, 'utf8'),
      ])
      .sort() as [string, string][],
  );
}

/** The source files of what a template renders: the skeleton that all share, and its own. */
export function readSources({ folder }: Template): Tree {
  return new Map(
    [path.join(TEMPLATES, 'common/skeleton'), path.join(folder, 'skeleton')]
      .map(readTree)
      .flatMap((tree, index) =>
        [...tree].map(
          ([file, content]) => [`${index}/${file}`, content] as const,
        ),
      ),
  );
}
