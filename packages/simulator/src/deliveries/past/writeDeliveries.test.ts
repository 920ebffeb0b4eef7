import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../../generate';
import type { Settings } from '../../domain/types';
import type { CommitTruth, OrganisationTruth } from '../../truth/types';
import { createOracle } from '../oracle/oracle';
import type { DeliveriesTruth } from './deliveriesTruth';
import { readPast } from './readPast';

const SETTINGS: Settings = {
  profile: 'ecommerce',
  seed: 5,
  until: '2026-06-30T16:00:00Z',
  services: 60,
  months: 4,
};

describe('the written past', () => {
  let folder: string;
  let organisation: OrganisationTruth;
  let deliveries: DeliveriesTruth;
  let events: Awaited<ReturnType<typeof readPast>>;
  let commits: CommitTruth[];

  const truth = async (name: string) =>
    JSON.parse(await readFile(join(folder, 'truth', name), 'utf8'));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simulator-past-'));
    await generate({ folder, settings: SETTINGS });
    organisation = await truth('organisation.json');
    deliveries = await truth('deliveries.json');
    events = await readPast(folder, { git: true });
    const text = await readFile(
      join(folder, 'truth', 'commits.ndjson'),
      'utf8',
    );
    commits = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
  }, 60_000);
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  it('tells of every commit on main, with its times, and of no other', () => {
    const services = new Set(
      organisation.services.map(({ repository }) => repository),
    );
    const inGit = commits
      .filter(({ repository }) => services.has(repository))
      .map(({ commit, authoredAt, committedAt }) =>
        [commit, authoredAt, committedAt].join(' '),
      );
    const changes = events.flatMap(({ context, customData = {} }) =>
      context.type.includes('.change.merged.')
        ? [
            [
              customData.mergeCommitSha,
              customData.firstCommitAt,
              customData.mergedAt,
            ].join(' '),
          ]
        : [],
    );
    expect(changes.sort()).toEqual(inGit.sort());
  });

  it('deploys commits that are there, and tags where a team deploys tags', () => {
    const shas = new Set(commits.map(({ commit }) => commit));
    const tagged = new Set(
      commits.filter(({ tag }) => tag).map(({ commit }) => commit),
    );
    const byCharacter = (character: string) => {
      const teams = deliveries.teams
        .filter(team => team.character === character)
        .map(({ ref }) => ref);
      const refs = organisation.services
        .filter(({ owner }) => teams.includes(owner))
        .map(({ ref }) => ref);
      return events.filter(
        ({ context, subject }) =>
          context.type.includes('.service.') && refs.includes(subject.id),
      );
    };
    const deployments = events.filter(({ context }) =>
      context.type.includes('.service.'),
    );
    expect(deployments.length).toBeGreaterThan(500);
    for (const { customData } of deployments) {
      expect(shas.has(String(customData?.commitSha))).toBe(true);
    }
    for (const character of ['git-only', 'tagging']) {
      const own = byCharacter(character);
      expect(own.length).toBeGreaterThan(5);
      for (const { customData } of own) {
        expect(tagged.has(String(customData?.commitSha))).toBe(true);
      }
    }
  });

  it('is counted the same by the oracle from the files', () => {
    const oracle = createOracle(events, organisation);
    for (const { from, to, interval, metrics } of deliveries.windows) {
      for (const [scope, figures] of Object.entries(metrics)) {
        expect(
          oracle.metrics({
            scope: scope === 'organisation' ? undefined : scope,
            from,
            to,
            interval,
            timezone: deliveries.timezone,
            now: Date.parse(deliveries.now),
          }),
        ).toEqual(figures);
      }
    }
  });

  it('counts what has an unknown environment once somebody maps it', () => {
    const [{ name, service, from }] = deliveries.unmapped.environments;
    const question = {
      scope: service,
      from: from.slice(0, 10),
      to: '2026-06-30',
      interval: 'week' as const,
      timezone: 'UTC',
      now: Date.parse(deliveries.now),
    };
    const before = createOracle(events, organisation);
    const after = createOracle(events, organisation, ['production', name]);
    expect(after.metrics(question).deploymentFrequency.n).toBeGreaterThan(
      before.metrics(question).deploymentFrequency.n,
    );
  });
});
