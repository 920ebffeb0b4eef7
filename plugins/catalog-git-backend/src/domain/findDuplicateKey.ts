import { Document, Node, isMap, isScalar } from 'yaml';
import { walkNodes } from './walkNodes';

/** A key that an object has twice, and where the second one begins. */
export interface DuplicateKey {
  key: string;
  offset: number;
}

/**
 * The first key that some object of the document has twice. The parser's own
 * check compares every key with every other one, which takes most of a minute
 * for a file within the limits.
 */
export function findDuplicateKey(
  document: Document.Parsed,
): DuplicateKey | undefined {
  let first: DuplicateKey | undefined;
  for (const node of walkNodes(document)) {
    const found = isMap(node) ? duplicateOf(node.items) : undefined;
    if (found && (!first || found.offset < first.offset)) {
      first = found;
    }
  }
  return first;
}

function duplicateOf(items: { key: unknown }[]): DuplicateKey | undefined {
  const seen = new Set<unknown>();
  for (const { key } of items) {
    const identity = isScalar(key) ? key.value : key;
    if (seen.has(identity)) {
      const offset = (key as Node | null)?.range?.[0] ?? 0;
      return { key: String(identity), offset };
    }
    seen.add(identity);
  }
  return undefined;
}
