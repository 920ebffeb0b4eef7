import { Document, isMap, isPair, isSeq } from 'yaml';

/** Every node of a document, in no particular order. */
export function* walkNodes(document: Document.Parsed): Generator<unknown> {
  // A list instead of recursion: the stack does not bound the depth.
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    yield node;
    if (isMap(node) || isSeq(node)) {
      // One by one: there may be more than a call takes arguments.
      node.items.forEach(item => open.push(item));
    } else if (isPair(node)) {
      open.push(node.key, node.value);
    }
  }
}
