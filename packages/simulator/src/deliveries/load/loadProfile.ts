/** How much there is of everything; equal profiles give equal bytes. */
export interface LoadProfile {
  seed: number;
  services: number;
  months: number;
  /** End of the time that is covered, in milliseconds since 1970. */
  until: number;
  deployments: number;
  changes: number;
  incidents: number;
}

/** `component:default/load-00042`: also how a catalog for the load names them. */
export const loadService = (index: number) =>
  `component:default/load-${String(index).padStart(5, '0')}`;

/** How many of `total` belong to the first `part` of `whole` equal shares. */
export const shareOf = (total: number, part: number, whole: number) =>
  Math.floor((total * part) / whole);

/** A few services do most of the work: cumulative shares that end in 1. */
export function cumulativeWeights(services: number): number[] {
  const weights = Array.from(
    { length: services },
    // Spread over the services instead of all at the beginning.
    (_, index) => 1 / (1 + ((index * 7919) % services)) ** 0.6,
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  let total = 0;
  return weights.map(weight => (total += weight / sum));
}
