const MAX_ENTRIES = 10_000;

/**
 * A function of two texts (or numbers) that computes each answer once: figures
 * ask for the same few hundred days again and again.
 */
export function remembered<
  A extends string | number,
  B extends string | number,
  T,
>(compute: (a: A, b: B) => T): (a: A, b: B) => T {
  const known = new Map<B, Map<A, T>>();
  let size = 0;
  return (a, b) => {
    const ofB = known.get(b);
    const found = ofB?.get(a);
    if (found !== undefined) {
      return found;
    }
    if (size >= MAX_ENTRIES) {
      known.clear();
      size = 0;
    }
    const value = compute(a, b);
    known.set(b, (known.get(b) ?? new Map<A, T>()).set(a, value));
    size += 1;
    return value;
  };
}
