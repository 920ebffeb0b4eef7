import {
  domainEntity,
  areaEntity,
  locationEntity,
  roleEntity,
  systemEntity,
  teamEntity,
  userEntity,
} from '../content/organisationEntities';
import type { EntityFields } from '../content/entity';
import { toDocuments } from '../content/yaml';
import type { Directory } from '../domain/directory';
import { isoDate } from '../domain/time';
import { PLATFORM_TEAM } from '../domain/teams';
import type { Person } from '../domain/types';
import type { CommitPlan, FileChange, RepositoryPlan } from './plan';
import { planMonthly } from './timeline';

/** An entity and the file of the repository it is in. */
export interface Filed {
  path: string;
  entity: EntityFields;
}

export function organisationEntities({
  organisation,
  team,
}: Directory): Filed[] {
  const { areas, teams, roleGroups, people, emailDomain } = organisation;
  const areaOf = ({ group }: Person) =>
    areas.some(({ name }) => name === group) ? group : team(group).area;
  const targets = [
    ...areas.map(({ name }) => `./users/${name}.yaml`),
    './groups/roles.yaml',
    ...areas.map(({ name }) => `./groups/${name}.yaml`),
  ];
  return [
    {
      path: 'catalog-info.yaml',
      entity: locationEntity(organisation, 'organisation', targets),
    },
    ...roleGroups.map(group => ({
      path: 'groups/roles.yaml',
      entity: roleEntity(group, emailDomain),
    })),
    ...areas.map(area => ({
      path: `groups/${area.name}.yaml`,
      entity: areaEntity(area, emailDomain),
    })),
    ...teams.map(item => ({
      path: `groups/${item.area}.yaml`,
      entity: teamEntity(item, emailDomain),
    })),
    ...people.map(person => ({
      path: `users/${areaOf(person)}.yaml`,
      entity: userEntity(person),
    })),
  ];
}

export function architectureEntities({ organisation }: Directory): Filed[] {
  const { domains, systems } = organisation;
  const targets = domains.map(({ name }) => `./domains/${name}.yaml`);
  return [
    {
      path: 'catalog-info.yaml',
      entity: locationEntity(organisation, 'architecture', targets),
    },
    ...domains.map(domain => ({
      path: `domains/${domain.name}.yaml`,
      entity: domainEntity(domain),
    })),
    ...systems.map(system => ({
      path: `domains/${system.domain}.yaml`,
      entity: systemEntity(system),
    })),
  ];
}

/** The repository that says who works here. People appear when they join. */
export function organisationRepository(directory: Directory): RepositoryPlan {
  const { organisation } = directory;
  return {
    name: `${organisation.slug}/organisation`,
    commits: organisationHistory(directory),
  };
}

const readme = (name: string, subject: string): FileChange => ({
  path: 'README.md',
  content: `# ${name}: ${subject}\n\nThe developer portal reads \`catalog-info.yaml\` and the files it lists.\nPropose a change as a pull request; the platform team merges it.\n`,
});

function* organisationHistory(directory: Directory): Generator<CommitPlan> {
  const { organisation } = directory;
  const filed = organisationEntities(directory);
  const author = directory.person(directory.team(PLATFORM_TEAM).lead);
  const slots = planMonthly(organisation.settings, author, 'organisation');
  const joined = new Map(
    organisation.people.map(({ username, startDate }) => [username, startDate]),
  );
  const before = new Map<string, string>();

  for (const [index, slot] of slots.entries()) {
    const today = isoDate(slot.committedAt * 1000);
    const everybody = index === slots.length - 1;
    // The last sync also has those who joined since, or the truth would be late.
    const present = filed.filter(
      ({ entity }) =>
        entity.kind !== 'User' ||
        everybody ||
        (joined.get(entity.metadata.name) ?? '') <= today,
    );
    const changes = files(present).filter(
      ({ path, content }) => before.get(path) !== content,
    );
    for (const { path, content } of changes) before.set(path, content);
    if (changes.length === 0) continue;
    yield {
      kind: 'maintenance',
      ...slot,
      message:
        index === 0
          ? 'feat: keep the organisation in Git'
          : `chore: sync with the staff register of ${today}`,
      changes:
        index === 0
          ? [readme(organisation.name, 'people, teams and roles'), ...changes]
          : changes,
    };
  }
}

/** The repository of domains and systems: the map everything else is placed on. */
export function architectureRepository(directory: Directory): RepositoryPlan {
  const { organisation } = directory;
  const author = directory.person(directory.team(PLATFORM_TEAM).lead);
  const [slot] = planMonthly(organisation.settings, author, 'architecture');
  return {
    name: `${organisation.slug}/architecture`,
    commits: [
      {
        kind: 'feature',
        ...slot,
        message: 'feat: agree on domains and systems',
        changes: [
          readme(organisation.name, 'business domains and systems'),
          ...files(architectureEntities(directory)),
        ],
      },
    ],
  };
}

function files(filed: Filed[]): FileChange[] {
  const byPath = new Map<string, EntityFields[]>();
  for (const { path, entity } of filed) {
    byPath.set(path, [...(byPath.get(path) ?? []), entity]);
  }
  return [...byPath].map(([path, entities]) => ({
    path,
    content: toDocuments(entities),
  }));
}
