import fc from 'fast-check';
import { createOracle } from '../oracle/oracle';
import { SCENARIOS } from '.';

describe.each(SCENARIOS.map(scenario => [scenario.name, scenario] as const))(
  'the oracle, %s',
  (_, { events, catalog, question, expected }) => {
    it('finds the figures that were worked out by hand', () => {
      const found = createOracle(events, catalog).metrics(question);
      for (const [metric, figures] of Object.entries(expected)) {
        const value = found[metric as keyof typeof found];
        if (typeof figures !== 'object' || figures === null) {
          expect([metric, value]).toEqual([metric, figures]);
          continue;
        }
        for (const [name, figure] of Object.entries(figures)) {
          const actual = (value as Record<string, unknown>)[name];
          const label = `${metric}.${name}`;
          if (typeof figure === 'number') {
            expect([label, Number(actual).toFixed(5)]).toEqual([
              label,
              figure.toFixed(5),
            ]);
          } else expect([label, actual]).toEqual([label, figure]);
        }
      }
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
