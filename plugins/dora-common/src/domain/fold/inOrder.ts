import type { Observation } from '../observations';

/**
 * Observations of one thing, each once, in the order in which they were true.
 *
 * Two that speak of the same instant are ordered by what they say, so that the
 * order of arrival never matters.
 */
export function inOrder<T extends Observation>(
  observations: readonly T[],
): readonly T[] {
  if (observations.length < 2) {
    return observations;
  }
  const byContent = new Map<string, T>();
  for (const observation of observations) {
    byContent.set(contentOf(observation), observation);
  }
  return [...byContent.entries()]
    .sort(
      ([a, one], [b, other]) =>
        one.at.getTime() - other.at.getTime() || compareText(a, b),
    )
    .map(([, observation]) => observation);
}

/** By code units, which is the same on every machine, unlike a locale's order. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function contentOf(observation: Observation): string {
  const said = Object.entries(observation).filter(
    ([, value]) => value !== undefined,
  );
  return JSON.stringify(said.sort(([a], [b]) => compareText(a, b)));
}
