import fc from 'fast-check';
import { SMALL } from '../../__testUtils__/settings';
import { createDirectory } from '../../domain/directory';
import { buildOrganisation } from '../../domain/organisation';
import type { Settings } from '../../domain/types';
import type { Deployment, Happening } from './facts';
import { createSimulation } from './simulation';

const untilOf = ({ until }: Settings) => Date.parse(until) / 1000;
const simulate = (settings: Settings) => {
  const organisation = buildOrganisation(settings);
  const simulation = createSimulation(createDirectory(organisation));
  return { organisation, simulation };
};
const story = (happenings: readonly Happening[]) =>
  happenings.map(({ kind, what, at }) => `${at} ${kind} ${what}`);
const finished = (happenings: readonly Happening[]): Deployment[] =>
  happenings.flatMap(item =>
    item.kind === 'deployment' && item.what === 'finished'
      ? [item.deployment]
      : [],
  );

const anySettings = fc.record({
  profile: fc.constantFrom('ecommerce', 'startup', 'bank' as const),
  seed: fc.nat(10_000),
  until: fc.constantFrom(
    '2026-06-30T16:00:00Z',
    '2026-01-02T03:00:00Z',
    '2025-12-27T12:00:00Z',
  ),
  services: fc.integer({ min: 5, max: 40 }),
  months: fc.integer({ min: 1, max: 8 }),
}) as fc.Arbitrary<Settings>;

describe('the simulation', () => {
  it('is the same however far and in whatever steps it is let run', () => {
    fc.assert(
      fc.property(
        anySettings,
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }),
        (settings, days) => {
          const until = untilOf(settings);
          const whole = simulate(settings).simulation.advance(until);
          const { simulation } = simulate(settings);
          const parts: Happening[] = [];
          for (const day of [...days].sort((a, b) => b - a)) {
            parts.push(...simulation.advance(until - day * 86_400));
          }
          parts.push(...simulation.advance(until));
          simulation.advance(until + 30 * 86_400);
          expect(story(parts)).toEqual(story(whole));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('has every service begin with a few commits, and stages in order', () => {
    fc.assert(
      fc.property(anySettings, settings => {
        const { organisation, simulation } = simulate(settings);
        const happened = simulation.advance(untilOf(settings));
        for (const { name } of organisation.services) {
          const main = simulation.mainOf(name);
          expect(main.length).toBeGreaterThanOrEqual(8);
          expect(main.map(({ index }) => index)).toEqual(
            main.map((_, place) => place),
          );
          const merges = main.map(({ mergedAt = 0 }) => mergedAt);
          expect(merges).toEqual([...new Set(merges)].sort((a, b) => a - b));
          for (const change of main) {
            const times = [
              change.firstCommitAt,
              change.openedAt,
              change.firstReviewAt,
              change.approvedAt,
              change.mergedAt,
            ].filter(time => time !== undefined);
            expect(times).toEqual([...times].sort((a, b) => a - b));
          }
        }
        for (const { build, startedAt, finishedAt, ships, kind } of finished(
          happened,
        )) {
          expect(build.head.mergedAt).toBeLessThanOrEqual(startedAt);
          expect(startedAt).toBeLessThanOrEqual(finishedAt);
          expect(ships.at(-1)).toBe(kind === 'deploy' ? build.head : undefined);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('never runs two jobs of a service in production at once', () => {
    const { simulation } = simulate(SMALL);
    const busyUntil = new Map<string, number>();
    const jobs = finished(simulation.advance(untilOf(SMALL)))
      .filter(({ tier }) => tier === 'production')
      .sort((a, b) => a.startedAt - b.startedAt);
    expect(jobs.length).toBeGreaterThan(200);
    for (const { service, startedAt, finishedAt } of jobs) {
      expect(startedAt).toBeGreaterThanOrEqual(busyUntil.get(service) ?? 0);
      busyUntil.set(service, finishedAt);
    }
  });

  it('has what real organisations have', () => {
    const { simulation } = simulate({
      ...SMALL,
      profile: 'ecommerce',
      services: 60,
      months: 10,
    });
    const happened = simulation.advance(untilOf(SMALL));
    const deployments = finished(happened);
    const some = (label: string, found: unknown) =>
      expect([label, found !== undefined]).toEqual([label, true]);
    const find = (fits: (deployment: Deployment) => boolean) =>
      deployments.find(fits);
    some(
      'rollback',
      find(({ kind }) => kind === 'rollback'),
    );
    some(
      'redeploy',
      find(({ kind }) => kind === 'redeploy'),
    );
    some(
      'failed job',
      find(({ result }) => result === 'failure'),
    );
    some(
      'canceled job',
      find(({ result }) => result === 'canceled'),
    );
    some(
      'regions',
      find(({ releaseId }) => releaseId !== undefined),
    );
    some(
      'hotfix',
      find(({ ships }) => ships.some(({ intent }) => intent === 'hotfix')),
    );
    some(
      'incident without a cause',
      happened.find(
        item => item.kind === 'incident' && item.incident.cause === undefined,
      ),
    );
    some(
      'reopened incident',
      happened.find(
        item => item.kind === 'incident' && item.what === 'reopened',
      ),
    );
    some(
      'flaky pipeline',
      happened.find(
        item => item.kind === 'run' && item.run.outcome === 'failure',
      ),
    );
  });

  it('rests at night, on weekends and at Christmas', () => {
    const { simulation } = simulate({
      ...SMALL,
      profile: 'ecommerce',
      services: 40,
      months: 10,
    });
    const merges = simulation
      .advance(untilOf(SMALL))
      .filter(item => item.kind === 'change' && item.what === 'merged');
    const onDays = (from: string, to: string) =>
      merges.filter(({ at }) => {
        const date = new Date(at * 1000).toISOString().slice(0, 10);
        return date >= from && date < to;
      }).length;
    // From Wednesday to the Sunday after next, each.
    expect(onDays('2025-12-24', '2026-01-04')).toBeLessThan(
      onDays('2026-02-04', '2026-02-15') * 0.4,
    );
    const weekend = merges.filter(({ at }) =>
      [0, 6].includes(new Date(at * 1000).getUTCDay()),
    );
    expect(weekend.length).toBeLessThan(merges.length * 0.12);
  });
});
