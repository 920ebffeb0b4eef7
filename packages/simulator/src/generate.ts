import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { writeDeliveries } from './deliveries/past/writeDeliveries';
import {
  createSimulation,
  type Simulation,
} from './deliveries/model/simulation';
import type { Change } from './deliveries/model/facts';
import { recordCommits } from './deliveries/model/recordCommits';
import { createDirectory, type Directory } from './domain/directory';
import { buildOrganisation } from './domain/organisation';
import { isoInstant } from './domain/time';
import type { Service, Settings } from './domain/types';
import { inParallel } from './git/inParallel';
import { writeRepository, type WrittenRepository } from './git/writeRepository';
import { brokenRepositories } from './repositories/brokenRepositories';
import {
  architectureRepository,
  organisationRepository,
} from './repositories/organisationRepositories';
import type { RepositoryPlan } from './repositories/plan';
import { serviceRepository } from './repositories/serviceRepository';
import { writtenChanges } from './repositories/writtenChanges';
import { catalogTruth } from './truth/catalogTruth';
import { organisationTruth, serviceTruth } from './truth/organisationTruth';
import type { BrokenTruth, CommitTruth, ServiceTruth } from './truth/types';

export interface Summary {
  profile: string;
  organisation: string;
  seed: number;
  until: string;
  months: number;
  people: number;
  teams: number;
  services: number;
  repositories: number;
  brokenRepositories: number;
  entities: number;
  commits: number;
  tags: number;
  deliveryEvents: number;
}

const commitLines = ({ name, commits }: WrittenRepository) =>
  commits
    .map(({ commit, kind, author, authoredAt, committedAt, tag }) => {
      const line: CommitTruth = {
        repository: name,
        commit,
        kind,
        author,
        authoredAt: isoInstant(authoredAt * 1000),
        committedAt: isoInstant(committedAt * 1000),
        ...(tag ? { tag } : {}),
      };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');

const writeJson = (path: string, value: unknown) =>
  writeFile(path, `${JSON.stringify(value, null, 2)}\n`);

/**
 * Writes an organisation to an empty folder: `git/`, `deliveries/`, `truth/`,
 * `settings.json`.
 * `progress` hears how many repositories are done.
 */
export async function generate(options: {
  folder: string;
  settings: Settings;
  progress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}): Promise<Summary> {
  const { folder, settings, progress, signal } = options;
  const organisation = buildOrganisation(settings);
  const directory = createDirectory(organisation);
  const simulation = createSimulation(directory);
  const happened = simulation.advance(Date.parse(settings.until) / 1000);
  const broken = brokenRepositories(directory);
  const total = organisation.services.length + broken.length + 2;
  await mkdir(join(folder, 'truth'), { recursive: true });

  const commits = createWriteStream(join(folder, 'truth', 'commits.ndjson'));
  // Each history is kept only until its lines are written, in the order of the
  // repositories: the file must not depend on which import finished first.
  const lines = inOrder(text => commits.write(text));
  const services = new Map<string, ServiceTruth>();
  const counts = { done: 0, commits: 0, tags: 0 };

  await inParallel(
    plans(
      directory,
      simulation,
      broken.map(({ plan }) => plan),
    ),
    { limit: Math.max(2, availableParallelism()), signal },
    async ({ index, plan, service, changes }) => {
      const written = await writeRepository(join(folder, 'git'), plan, signal);
      recordCommits(changes, written.commits);
      if (service) services.set(service.name, serviceTruth(service, written));
      lines(index, commitLines(written));
      counts.commits += written.commits.length;
      counts.tags += written.commits.filter(({ tag }) => tag).length;
      counts.done += 1;
      progress?.(counts.done, total);
    },
  );
  commits.end();
  await finished(commits);

  const catalog = catalogTruth(directory, broken);
  const brokenTruth: BrokenTruth = broken.flatMap(({ plan, problems }) =>
    problems.map(problem => ({ repository: plan.name, ...problem })),
  );
  const inBlueprintOrder = organisation.services.flatMap(
    ({ name }) => services.get(name) ?? [],
  );
  const truth = organisationTruth(organisation, inBlueprintOrder);
  await writeJson(join(folder, 'truth', 'organisation.json'), truth);
  const deliveryEvents = await writeDeliveries({
    folder,
    organisation,
    simulation,
    happened,
    truth,
  });
  await writeJson(join(folder, 'truth', 'catalog.json'), catalog);
  await writeJson(join(folder, 'truth', 'broken.json'), brokenTruth);
  await writeJson(join(folder, 'settings.json'), settings);

  return {
    profile: settings.profile,
    organisation: organisation.name,
    seed: settings.seed,
    until: settings.until,
    months: settings.months,
    people: organisation.people.length,
    teams: organisation.teams.length,
    services: organisation.services.length,
    repositories: total,
    brokenRepositories: broken.length,
    entities: catalog.total,
    commits: counts.commits,
    tags: counts.tags,
    deliveryEvents,
  };
}

interface Planned {
  index: number;
  plan: RepositoryPlan;
  service?: Service;
  /** What becomes the commits of a service, in order. */
  changes: readonly Change[];
}

function* plans(
  directory: Directory,
  simulation: Simulation,
  broken: RepositoryPlan[],
): Generator<Planned> {
  const { services, settings } = directory.organisation;
  const until = Date.parse(settings.until) / 1000;
  let index = 0;
  const next = (plan: RepositoryPlan) => ({
    index: index++,
    plan,
    changes: [],
  });
  yield next(organisationRepository(directory));
  yield next(architectureRepository(directory));
  for (const service of services) {
    const changes = writtenChanges(
      service,
      simulation
        .mainOf(service.name)
        .filter(({ mergedAt = 0 }) => mergedAt < until),
      until,
    );
    const plan = serviceRepository({
      service,
      directory,
      changes,
      past: changes,
    });
    yield { index: index++, plan, service, changes };
  }
  for (const plan of broken) yield next(plan);
}

function inOrder(write: (text: string) => void) {
  const waiting = new Map<number, string>();
  let next = 0;
  return (index: number, text: string) => {
    waiting.set(index, text);
    for (
      let ready = waiting.get(next);
      ready !== undefined;
      ready = waiting.get(next)
    ) {
      write(ready);
      waiting.delete(next);
      next += 1;
    }
  };
}
