import type { JsonObject } from '@backstage/types';
import type { Tree } from '../render/tree';
import type { Cell } from '../cells';

export interface Rendered {
  tree: Tree;
  cell: Cell;
  /** What the scaffolder made of `values`, one of each step that fetches a skeleton. */
  values: JsonObject[];
  /** The source files of the template, skeletons included. */
  sources: Tree;
}

/** Returns what is wrong, each with the file it is in; nothing if all is well. */
export type Check = (rendered: Rendered) => string[];

export function isWorkflow(file: string): boolean {
  return file.startsWith('.github/workflows/') || file === '.gitlab-ci.yml';
}

export function files(tree: Tree, pattern: RegExp): [string, string][] {
  return [...tree].filter(([file]) => pattern.test(file));
}
