import fc from 'fast-check';
import { doraContract } from '@waymark/plugin-dora-common';
import { createDirectory } from '../../domain/directory';
import { buildOrganisation } from '../../domain/organisation';
import { createCdEvents } from '../events/cdevents';
import { eventOf } from '../events/eventOf';
import { plantsOf } from '../events/plants';
import { createSimulation } from '../model/simulation';
import { createOracle } from './oracle';

const until = '2026-06-30T16:00:00Z';

function oracleOf(seed: number) {
  const organisation = buildOrganisation({
    profile: 'startup',
    seed,
    services: 14,
    months: 5,
    until,
  });
  const simulation = createSimulation(createDirectory(organisation));
  const render = createCdEvents(
    organisation,
    plantsOf(organisation, simulation),
  );
  const events = simulation
    .advance(Date.parse(until) / 1000)
    .flatMap(happening => eventOf(happening, render) ?? []);
  const services = organisation.services.map(({ name, owner, system }) => ({
    ref: `component:default/${name}`,
    owner: `group:default/${owner}`,
    system: `system:default/${system}`,
  }));
  const groups = organisation.teams.map(({ name }) => ({
    ref: `group:default/${name}`,
  }));
  return {
    services,
    groups,
    oracle: createOracle(events, { services, groups }),
  };
}

const anyQuestion = fc.record({
  from: fc.constantFrom('2026-02-01', '2026-03-02', '2026-05-11'),
  to: fc.constantFrom('2026-06-01', '2026-06-30', '2026-07-06'),
  interval: fc.constantFrom('day', 'week', 'month' as const),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata'),
  now: fc.constant(Date.parse(until)),
}) as fc.Arbitrary<{
  from: string;
  to: string;
  interval: 'day' | 'week' | 'month';
  timezone: string;
  now: number;
}>;

describe('the figures of the oracle', () => {
  it('fit together for any seed, scope and window', () => {
    fc.assert(
      fc.property(fc.nat(1_000), anyQuestion, (seed, question) => {
        const { oracle, services, groups } = oracleOf(seed);
        const whole = oracle.metrics(question);
        const { response } = doraContract.endpoints.getMetrics;
        expect(response.parse(whole)).toEqual(whole);

        const parts = [services, groups].map(scopes =>
          scopes.map(({ ref }) => oracle.metrics({ ...question, scope: ref })),
        );
        const sum = (
          list: ReturnType<typeof oracle.metrics>[],
          count: (metrics: ReturnType<typeof oracle.metrics>) => number,
        ) => list.reduce((total, item) => total + count(item), 0);
        for (const list of parts) {
          for (const count of [
            (m: typeof whole) => m.deploymentFrequency.n,
            (m: typeof whole) => m.leadTime.n,
            (m: typeof whole) => m.changeFailRate.failed,
            (m: typeof whole) => m.changeFailRate.pending,
            (m: typeof whole) => m.recoveryTime.open,
            (m: typeof whole) => m.reworkRate.unplanned,
            (m: typeof whole) => m.deploymentJobs.total,
            (m: typeof whole) => m.unlinkedIncidents,
          ]) {
            expect(sum(list, count)).toBe(count(whole));
          }
        }
        for (const metrics of [whole, ...parts.flat()]) {
          const { deploymentFrequency, changeFailRate, recoveryTime } = metrics;
          const { n } = deploymentFrequency;
          expect(changeFailRate.failed).toBeLessThanOrEqual(
            changeFailRate.total,
          );
          expect(changeFailRate.total + changeFailRate.pending).toBe(n);
          expect(recoveryTime.n + recoveryTime.open).toBe(
            changeFailRate.failed,
          );
          expect(metrics.reworkRate.unplanned).toBeLessThanOrEqual(n);
          expect(n).toBeLessThanOrEqual(metrics.deploymentJobs.succeeded);
          const { leadTime } = metrics;
          const { p50, p75, p90 } = leadTime;
          expect((p50 ?? 0) <= (p75 ?? 0) && (p75 ?? 0) <= (p90 ?? 0)).toBe(
            true,
          );
          expect(p50 === null).toBe(leadTime.n === 0);
          for (const series of [
            deploymentFrequency.series,
            leadTime.series,
            recoveryTime.series,
          ]) {
            const total = series.reduce((count, point) => count + point.n, 0);
            expect([n, leadTime.n, recoveryTime.n]).toContain(total);
          }
        }
      }),
      { numRuns: 6 },
    );
  });
});
