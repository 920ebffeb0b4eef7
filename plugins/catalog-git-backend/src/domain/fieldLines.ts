import { Document, isMap, isNode, isScalar, isSeq } from 'yaml';

/** Line of each field near the top of a document, by its path. */
export type FieldLines = Record<string, number>;

const MAX_DEPTH = 4;
const MAX_FIELDS = 500;

const keyOf = (path: readonly string[]) => path.join('\n');

/** Lines of the fields that an error can be about. */
export function collectLines(
  document: Document.Parsed,
  lineAt: (offset: number) => number,
): FieldLines {
  const lines: FieldLines = Object.create(null);
  let left = MAX_FIELDS;
  const visit = (node: unknown, path: string[]) => {
    if (path.length > 0 && isNode(node) && node.range) {
      lines[keyOf(path)] = lineAt(node.range[0]);
      left--;
    }
    if (path.length >= MAX_DEPTH || left <= 0) {
      return;
    }
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key) && left > 0) {
          visit(value, [...path, String(key.value)]);
        }
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        if (left > 0) {
          visit(item, [...path, String(index)]);
        }
      }
    }
  };
  visit(document.contents, []);
  return lines;
}

/** Line of a field, from 1; the nearest parent's when it is absent. */
export function lineOf(
  document: { line: number; lines: FieldLines },
  path: string[],
): number {
  for (let length = path.length; length > 0; length--) {
    const line = document.lines[keyOf(path.slice(0, length))];
    if (line !== undefined) {
      return line;
    }
  }
  return document.line;
}
