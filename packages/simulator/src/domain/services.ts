import type { ProfileBlueprint } from '../data/blueprint';
import { LIMITS } from '../data/profiles';
import { chooseComponents, placesOf, type Candidate } from './components';
import { wire } from './dependencies';
import { apisOf, KINDS, resourcesOf } from './kinds';
import { createRandom, type Random } from './random';
import { isoDate, windowOf } from './time';
import type { Activity, Lifecycle, Service, Settings } from './types';
import { titleCase } from './words';

/** The noun it is about first, then the others of its system. */
const nounsOf = ({ noun, system }: Candidate) => [
  noun,
  ...system.nouns.filter(other => other !== noun),
];

/** All services with owner, relations and character, in the order of the blueprint. */
export function buildServices(
  settings: Settings,
  blueprint: ProfileBlueprint,
): Service[] {
  const places = new Map(
    placesOf(blueprint).map(place => [place.system.name, place]),
  );
  const candidates = chooseComponents(settings, blueprint);
  const relations = wire(settings.seed, candidates);
  const dependents = countDependents(
    [...relations.values()].map(r => r.dependsOn),
  );

  const services = candidates.flatMap((candidate): Service[] => {
    const place = places.get(candidate.system.name);
    const relation = relations.get(candidate.name);
    if (!place || !relation) return [];
    const random = createRandom(
      settings.seed,
      settings.profile,
      'service',
      candidate.name,
    );
    const used = dependents.get(candidate.name) ?? 0;
    const tier = tierOf(candidate, used);
    const lifecycle = lifecycleOf(random, candidate, used);
    const rule = KINDS[candidate.kind];
    const language = random.chance(rule.python) ? 'python' : 'typescript';
    const activity = activityOf(random, lifecycle, tier);
    return [
      {
        name: candidate.name,
        title: titleCase(candidate.name),
        description: candidate.description,
        type: rule.type,
        lifecycle,
        language,
        system: candidate.system.name,
        domain: place.domain,
        area: place.area,
        owner: place.team,
        nouns: nounsOf(candidate),
        tags: [
          language,
          candidate.noun,
          `tier-${tier}`,
          ...extraTags(candidate),
        ],
        tier,
        activity,
        deep: false,
        docs: random.chance(tier === 1 ? 0.95 : 0.78),
        apis: apisOf(candidate.kind, candidate.name, candidate.noun),
        resources: resourcesOf(candidate.kind, candidate.name, candidate.noun),
        dependsOn: relation.dependsOn,
        consumes: relation.consumes,
        repository: `${blueprint.slug}/${candidate.name}`,
        bornAt: bornAt(random, settings, lifecycle),
      },
    ];
  });
  return markDeep(services);
}

function extraTags({ kind }: Candidate): string[] {
  const tags: Record<Candidate['kind'], string[]> = {
    api: ['rest'],
    'api+events': ['rest', 'events'],
    graph: ['graphql'],
    ml: ['machine-learning'],
    web: ['frontend'],
    worker: ['events'],
    pipeline: ['batch'],
    job: ['cron'],
    lib: ['shared'],
  };
  return tags[kind];
}

function countDependents(lists: string[][]) {
  const counts = new Map<string, number>();
  for (const name of lists.flat())
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function tierOf({ kind }: Candidate, dependents: number): Service['tier'] {
  if (dependents >= 4 && kind !== 'lib') return 1;
  const relaxed: Candidate['kind'][] = ['job', 'pipeline', 'lib'];
  return relaxed.includes(kind) ? 3 : 2;
}

function lifecycleOf(
  random: Random,
  { name, kind, system }: Candidate,
  dependents: number,
): Lifecycle {
  // What a system is known for, what many others call and the pages customers
  // see are in production, whatever the dice say.
  const flagship = system.components[0]?.[0] === name;
  const named = system.components.some(([other]) => other === name);
  if (flagship || dependents >= 3 || (named && kind === 'web')) {
    return 'production';
  }
  return random.weighted<Lifecycle>([
    ['production', 80],
    ['experimental', 12],
    ['deprecated', 8],
  ]);
}

function activityOf(
  random: Random,
  lifecycle: Lifecycle,
  tier: Service['tier'],
): Activity {
  if (lifecycle === 'deprecated') return 'quiet';
  return random.weighted<Activity>([
    ['busy', tier === 1 ? 50 : 18],
    ['steady', 47],
    ['quiet', tier === 3 ? 50 : 25],
  ]);
}

/** Most repositories are there from the start of the window; experiments are young. */
function bornAt(random: Random, settings: Settings, lifecycle: Lifecycle) {
  const { start, end } = windowOf(settings);
  let share = random.next() * 0.12;
  if (lifecycle === 'experimental') share = 0.35 + random.next() * 0.45;
  else if (lifecycle === 'production' && random.chance(0.22))
    share = random.next() * 0.7;
  return isoDate(start + (end - start) * share);
}

function markDeep(services: Service[]): Service[] {
  const rank: Record<Activity, number> = { busy: 0, steady: 1, quiet: 2 };
  const deep = new Set(
    [...services]
      .sort(
        (a, b) =>
          rank[a.activity] - rank[b.activity] ||
          a.tier - b.tier ||
          (a.name < b.name ? -1 : 1),
      )
      .slice(0, LIMITS.deepRepositories),
  );
  return services.map(service => ({ ...service, deep: deep.has(service) }));
}
