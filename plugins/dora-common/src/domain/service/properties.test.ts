import fc from 'fast-check';
import { instants, serviceFacts } from '../__testUtils__/arbitraries';
import type { DerivedService, ServiceFacts } from '../derived';
import { deriveService } from './deriveService';
import { windowOf } from './windowOf';

const RUNS = { numRuns: 1_500 };

const idsSince = (facts: ServiceFacts, from: Date) =>
  new Set(
    facts.deployments
      .filter(({ finishedAt }) => finishedAt >= from)
      .map(({ id }) => id),
  );

/** What a window over `given` has to say, out of everything. */
function rowsOfWindow(
  full: DerivedService,
  facts: ServiceFacts,
  given: ServiceFacts,
  from: Date,
): DerivedService {
  const inside = idsSince(facts, from);
  const givenChanges = new Set(given.changes.map(({ id }) => id));
  const givenIncidents = new Set(given.incidents.map(({ id }) => id));
  return {
    deployments: full.deployments.filter(({ id }) => inside.has(id)),
    changes: full.changes.filter(({ id, deploymentId }) =>
      deploymentId === null ? givenChanges.has(id) : inside.has(deploymentId),
    ),
    incidents: full.incidents.filter(({ id }) => givenIncidents.has(id)),
  };
}

describe('deriveService, whatever the facts', () => {
  it('gives the same rows in any order, and for facts given twice', () => {
    const disorder = serviceFacts.chain(facts =>
      fc.record({
        facts: fc.constant(facts),
        deployments: fc.shuffledSubarray(
          [...facts.deployments, ...facts.deployments],
          { minLength: facts.deployments.length * 2 },
        ),
        changes: fc.shuffledSubarray([...facts.changes, ...facts.changes], {
          minLength: facts.changes.length * 2,
        }),
        incidents: fc.shuffledSubarray(
          [...facts.incidents, ...facts.incidents],
          { minLength: facts.incidents.length * 2 },
        ),
      }),
    );
    fc.assert(
      fc.property(disorder, ({ facts, ...shuffled }) => {
        expect(deriveService({ ...facts, ...shuffled })).toEqual(
          deriveService(facts),
        );
      }),
      RUNS,
    );
  });

  it('gives the same rows for a window as over everything', () => {
    fc.assert(
      fc.property(serviceFacts, instants, (facts, from) => {
        const full = deriveService(facts);
        const window = windowOf(facts, full, from);
        const since = window.context.from;
        expect(since <= from).toBe(true);
        expect(deriveService(window.facts, window.context)).toEqual(
          rowsOfWindow(full, facts, window.facts, since),
        );
      }),
      { numRuns: 6_000 },
    );
  });

  it('counts only what succeeded, and lets only what counts fail, recover or be unplanned', () => {
    fc.assert(
      fc.property(serviceFacts, facts => {
        const succeeded = new Set(
          facts.deployments
            .filter(({ result }) => result === 'success')
            .map(({ id }) => id),
        );
        const wrong = deriveService(facts).deployments.filter(
          row =>
            row.failed !== (row.failureReason !== null) ||
            (row.counted && !succeeded.has(row.id)) ||
            (!row.counted && (row.failed || row.unplanned)) ||
            (row.recoverySeconds !== null &&
              (!row.failed || row.recoverySeconds < 0)),
        );
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });

  it('links each change and each incident at most once, and only to what was in production', () => {
    fc.assert(
      fc.property(serviceFacts, facts => {
        const { deployments, changes, incidents } = deriveService(facts);
        const counted = new Set(
          deployments.filter(row => row.counted).map(({ id }) => id),
        );
        for (const rows of [changes, incidents]) {
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        }
        const targets = [
          ...changes.flatMap(({ deploymentId }) => deploymentId ?? []),
          ...incidents.flatMap(({ causeId }) => causeId ?? []),
        ];
        for (const id of targets) expect(counted).toContain(id);
      }),
      RUNS,
    );
  });

  it('has stages that add up to the lead time where all are known', () => {
    fc.assert(
      fc.property(serviceFacts, facts => {
        const wrong = deriveService(facts).changes.filter(row => {
          const stages = [
            row.codingSeconds,
            row.pickupSeconds,
            row.reviewSeconds,
            row.deploySeconds,
          ];
          const known = stages.filter(stage => stage !== null);
          const sum = known.reduce((total, stage) => total + stage, 0);
          return (
            known.some(stage => stage < 0) ||
            (known.length === stages.length && row.leadSeconds !== sum)
          );
        });
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });
});
