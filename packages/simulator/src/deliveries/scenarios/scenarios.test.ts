import fc from 'fast-check';
import { createOracle } from '../oracle/oracle';
import { SCENARIOS } from '.';

/** Only what is expected of what was found, numbers to five digits. */
function comparable(found: unknown, expected: unknown): [unknown, unknown] {
  if (typeof expected === 'number') {
    return [Number(found).toFixed(5), expected.toFixed(5)];
  }
  const isFigures =
    typeof expected === 'object' &&
    expected !== null &&
    !Array.isArray(expected);
  if (!isFigures) return [found, expected];
  const pairs = Object.entries(expected).map(
    ([name, value]) =>
      [
        name,
        comparable((found as Record<string, unknown>)[name], value),
      ] as const,
  );
  return [0, 1].map(side =>
    Object.fromEntries(pairs.map(([name, pair]) => [name, pair[side]])),
  ) as [unknown, unknown];
}

describe.each(SCENARIOS.map(scenario => [scenario.name, scenario] as const))(
  'the oracle, %s',
  (_, { events, catalog, question, expected }) => {
    it('finds the figures that were worked out by hand', () => {
      const found = createOracle(events, catalog).metrics(question);
      const [actual, wanted] = comparable(found, expected);
      expect(actual).toEqual(wanted);
    });

    it('does not care for order or repetition', () => {
      const straight = createOracle(events, catalog).metrics(question);
      fc.assert(
        fc.property(
          fc.shuffledSubarray([...events, ...events], {
            minLength: 2 * events.length,
          }),
          shuffled => {
            expect(createOracle(shuffled, catalog).metrics(question)).toEqual(
              straight,
            );
          },
        ),
        { numRuns: 30 },
      );
    });
  },
);
