import type { Random } from '../../domain/random';

/** A log-normal quantity: half of it lies below `median`; `sigma` 1 is a heavy tail. */
export interface Spread {
  median: number;
  sigma: number;
}

function standardNormal(random: Random) {
  // 1 - next() is never 0, whose logarithm is not a number.
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

export const logNormal = (random: Random, { median, sigma }: Spread) =>
  median * Math.exp(sigma * standardNormal(random));

/** How often something happens that happens `mean` times on average (Knuth; for small means). */
export function poisson(random: Random, mean: number) {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let left = random.next(); left > limit; left *= random.next()) {
    count += 1;
  }
  return count;
}
