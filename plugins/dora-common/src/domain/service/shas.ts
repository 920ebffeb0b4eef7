/** What Git needs at least to tell commits apart. */
const SHORTEST_SHA = 7;
const SHA = /^[0-9a-f]+$/i;

/** Whether both name one commit; either may be abbreviated. */
export function isSameCommit(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (length < SHORTEST_SHA || !SHA.test(a) || !SHA.test(b)) return a === b;
  return a.slice(0, length).toLowerCase() === b.slice(0, length).toLowerCase();
}
