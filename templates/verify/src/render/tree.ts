import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Text files by their path, with slashes. */
export type Tree = ReadonlyMap<string, string>;

export function readTree(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name));
  return new Map(
    files
      .map(file => [
        path.relative(folder, file).split(path.sep).join('/'),
        readFileSync(file, 'utf8'),
      ])
      .sort() as [string, string][],
  );
}
