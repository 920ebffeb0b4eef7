import fc from 'fast-check';
import type { ServiceFacts } from '../derived';
import type { ChangeFact, DeploymentFact, IncidentFact } from '../facts';
import { change, deployment, factsOf, incident } from './facts';

const START = Date.parse('2026-01-01T00:00:00Z');

/** Whole hours in 150 days, so that things happen at once, and long pauses. */
const instants = fc
  .integer({ min: 0, max: 150 * 24 })
  .map(hours => new Date(START + hours * 3_600_000));

const shas = fc.constantFrom(
  ...[...'abcdef012345'].map(letter => letter.repeat(40)),
);
const idsOf = (prefix: string, count: number) =>
  fc.integer({ min: 0, max: count - 1 }).map(number => `${prefix}${number}`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { freq: 2 });

const references = fc.oneof(
  idsOf('d', 20),
  shas,
  shas.map(sha => sha.slice(0, 8)),
  fc.constant('nobody-knows'),
);

const deployments: fc.Arbitrary<DeploymentFact> = fc
  .record({
    id: idsOf('d', 20),
    finishedAt: instants,
    lasted: maybe(fc.integer({ min: 0, max: 40 })),
    environment: fc.constantFrom('prod-eu', 'prod-us'),
    result: fc.oneof(
      { weight: 6, arbitrary: fc.constant('success' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('failure', 'canceled', 'unknown'),
      },
    ),
    commitSha: maybe(shas),
    version: maybe(fc.constantFrom('1', '2', '3', '4')),
    reportedKind: fc.option(fc.constantFrom('deploy', 'rollback'), { freq: 1 }),
    unplanned: fc.option(fc.boolean(), { freq: 1 }),
    remediates: fc.option(references, { freq: 1 }),
    releaseId: maybe(fc.constantFrom('r1', 'r2', 'r3')),
    changeIds: fc.array(idsOf('c', 20), { maxLength: 3 }),
    override: fc.option(
      fc.record(
        {
          kind: fc.constantFrom('deploy', 'redeploy', 'rollback'),
          unplanned: fc.boolean(),
          failed: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      { freq: 1 },
    ),
  })
  .map(({ id, finishedAt, lasted, ...fields }) =>
    deployment(id, finishedAt, {
      ...fields,
      startedAt:
        lasted === null
          ? null
          : new Date(finishedAt.getTime() - lasted * 3_600_000),
    }),
  );

const changes: fc.Arbitrary<ChangeFact> = fc
  .record({
    id: idsOf('c', 20),
    mergedAt: instants,
    services: fc.constantFrom(
      ['component:default/orders'],
      ['component:default/orders', 'component:default/billing'],
      ['component:default/billing'],
    ),
    firstCommitAt: maybe(instants),
    openedAt: maybe(instants),
    firstReviewAt: maybe(instants),
    mergeCommitSha: maybe(shas),
    commitShas: fc.array(shas, { maxLength: 3 }),
    isBot: fc.boolean(),
    labels: fc.constantFrom<string[][]>([], ['hotfix'], ['docs']),
  })
  .map(({ id, mergedAt, ...fields }) => change(id, mergedAt, fields));

const incidents: fc.Arbitrary<IncidentFact> = fc
  .record({
    id: idsOf('i', 10),
    detectedAt: instants,
    impactStartAt: maybe(instants),
    mitigatedAt: maybe(instants),
    resolvedAt: maybe(instants),
    reportedCause: maybe(references),
    causeOverride: fc.option(fc.oneof(idsOf('d', 20), fc.constant('none')), {
      freq: 1,
    }),
  })
  .map(({ id, detectedAt, ...fields }) => incident(id, detectedAt, fields));

const uniqueArray = <T extends { id: string }>(
  arbitrary: fc.Arbitrary<T>,
  maxLength: number,
) => fc.uniqueArray(arbitrary, { selector: ({ id }) => id, maxLength });

/** Anything that could be known about a service, contradictions included. */
export const serviceFacts: fc.Arbitrary<ServiceFacts> = fc
  .record({
    deployments: uniqueArray(deployments, 14),
    changes: uniqueArray(changes, 12),
    incidents: uniqueArray(incidents, 6),
    ranges: fc.array(
      fc.tuple(idsOf('d', 20), fc.array(shas, { maxLength: 4 })),
      { maxLength: 5 },
    ),
  })
  .map(({ ranges, ...facts }) =>
    factsOf({ ...facts, commitRanges: new Map(ranges) }),
  );

export { instants };
