import { createDirectory } from '../../domain/directory';
import { buildOrganisation } from '../../domain/organisation';
import type { Settings } from '../../domain/types';
import { createCdEvents } from '../events/cdevents';
import { eventOf } from '../events/eventOf';
import { plantsOf } from '../events/plants';
import { createOracle } from '../oracle/oracle';
import { createSimulation } from './simulation';

const DAY = 86_400;

function play(settings: Settings) {
  const organisation = buildOrganisation(settings);
  const simulation = createSimulation(createDirectory(organisation));
  const plants = plantsOf(organisation, simulation);
  const render = createCdEvents(organisation, plants);
  const events = simulation
    .advance(Date.parse(settings.until) / 1000)
    .flatMap(happening => eventOf(happening, render) ?? []);
  const catalog = {
    services: organisation.services.map(({ name, owner }) => ({
      ref: `component:default/${name}`,
      owner: `group:default/${owner}`,
    })),
    groups: organisation.teams.map(({ name }) => ({
      ref: `group:default/${name}`,
    })),
  };
  const lead = organisation.personas.find(({ role }) => role === 'team-lead');
  const person = organisation.people.find(
    ({ username }) => `user:default/${username}` === lead?.userRef,
  );
  const oracle = createOracle(events, catalog);
  const teamOf = (character: string) =>
    organisation.teams.find(
      ({ name }) => simulation.characterOf(name) === character,
    )?.name;
  return {
    simulation,
    plants,
    oracle,
    teamOf,
    personaTeam: person?.group ?? '',
    quarter: (team: string | undefined, from: string, to: string) =>
      oracle.metrics({
        scope: `group:default/${team}`,
        from,
        to,
        interval: 'month',
        timezone: 'UTC',
        now: Date.parse(settings.until),
      }),
  };
}

describe.each([
  ['ecommerce', 1],
  ['ecommerce', 42],
  ['bank', 1],
  ['startup', 1],
] as const)('the stories of %s with seed %d', (profile, seed) => {
  const services = { ecommerce: 129, bank: 420, startup: 30 }[profile];
  const until = '2026-06-30T16:00:00Z';
  const { simulation, plants, oracle, teamOf, personaTeam, quarter } = play({
    profile,
    seed,
    services,
    months: 12,
    until,
  });

  it('has the lead whom visitors sign in as lead the team whose reviews slow down', () => {
    expect(simulation.characterOf(personaTeam)).toBe('slowing-review');
    const before = quarter(personaTeam, '2025-09-01', '2025-12-01').leadTime;
    const after = quarter(personaTeam, '2026-03-15', '2026-06-15').leadTime;
    const [early, late] = [before.p50 ?? 0, after.p50 ?? 0].map(p => p / DAY);
    expect(before.n).toBeGreaterThan(40);
    expect(early).toBeGreaterThan(1);
    expect(early).toBeLessThan(3.3);
    expect(late).toBeGreaterThan(3.7);
    expect(late).toBeLessThan(7.5);
    // Review is where it goes.
    const grew = (stage: 'coding' | 'pickup' | 'review' | 'deploy') =>
      (after.stages[stage].mean ?? 0) - (before.stages[stage].mean ?? 0);
    expect(grew('review')).toBeGreaterThan(DAY);
    expect(grew('review')).toBeGreaterThan(2 * Math.abs(grew('coding')));
    expect(grew('review')).toBeGreaterThan(2 * Math.abs(grew('deploy')));
  });

  it('has a team that improves', () => {
    const team = teamOf('improving');
    const before = quarter(team, '2025-08-01', '2025-12-01');
    const after = quarter(team, '2026-03-01', '2026-06-29');
    expect(after.leadTime.p50 ?? 0).toBeLessThan(
      (before.leadTime.p50 ?? 0) * 0.7,
    );
    expect(after.deploymentFrequency.n).toBeGreaterThan(
      before.deploymentFrequency.n * 1.5,
    );
  });

  it('has a team that never deploys, where there are enough', () => {
    const team = teamOf('prototyping');
    if (profile === 'startup' && team === undefined) return;
    const all = quarter(team, '2025-07-01', '2026-06-30');
    expect(all.deploymentFrequency.n).toBe(0);
    expect(all.deploymentJobs.total).toBe(0);
  });

  it('uses names that nobody mapped, and figures without them', () => {
    const { unknownEnvironment, misspelt } = plants;
    expect(unknownEnvironment?.name).toBe('live-eu');
    const ref = `component:default/${unknownEnvironment?.service}`;
    const since = unknownEnvironment?.from ?? 0;
    const judged = oracle.service(ref);
    expect(judged?.jobs.length).toBeGreaterThan(0);
    expect(
      judged?.jobs.filter(({ startedAt }) => startedAt / 1000 >= since),
    ).toEqual([]);
    expect(misspelt?.name).not.toBe(misspelt?.service);
  });
});
