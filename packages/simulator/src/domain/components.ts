import type {
  ComponentKind,
  ProfileBlueprint,
  SystemBlueprint,
} from '../data/blueprint';
import { FACETS, MARKETS, SERVICE_FACET, type Facet } from '../data/facets';
import { createRandom } from './random';
import type { Settings } from './types';
import { plural, spaced } from './words';

/** A component that will exist, before it is given an owner and relations. */
export interface Candidate {
  name: string;
  kind: ComponentKind;
  description: string;
  system: SystemBlueprint;
  noun: string;
}

export interface Place {
  area: string;
  domain: string;
  team: string;
  system: SystemBlueprint;
}

export const placesOf = (blueprint: ProfileBlueprint): Place[] =>
  blueprint.areas.flatMap(area =>
    area.domains.flatMap(domain =>
      domain.teams.flatMap(team =>
        team.systems.map(system => ({
          area: area.name,
          domain: domain.name,
          team: team.name,
          system,
        })),
      ),
    ),
  );

/**
 * Chooses `settings.services` components: those the blueprint names, then facets
 * of its systems, then both again per market. Each stage goes round the systems,
 * so that a small organisation is a thin one rather than a truncated one.
 */
export function chooseComponents(
  settings: Settings,
  blueprint: ProfileBlueprint,
): Candidate[] {
  const systems = placesOf(blueprint).map(place => place.system);
  const named = systems.map(system =>
    system.components.map(
      ([name, kind, description, noun]): Candidate => ({
        name,
        kind,
        description,
        system,
        noun: noun ?? nounOf(name, system),
      }),
    ),
  );
  const grown = systems.map(system => growth(settings, system));
  const home = [...roundRobin(named), ...roundRobin(grown)];
  const abroad = MARKETS.flatMap(([code, adjective]) =>
    home
      .filter(candidate => candidate.kind !== 'lib')
      .map(candidate => ({
        ...candidate,
        name: `${candidate.name}-${code}`,
        description: `${candidate.description} This is the installation for the ${adjective} market.`,
      })),
  );

  const chosen = new Map<string, Candidate>();
  for (const candidate of [...home, ...abroad]) {
    if (chosen.size === settings.services) break;
    if (!chosen.has(candidate.name)) chosen.set(candidate.name, candidate);
  }
  return [...chosen.values()];
}

/** The noun a component's name speaks of, else the first of its system. */
function nounOf(name: string, { nouns }: SystemBlueprint) {
  const words = name.split('-');
  const speaksOf = (noun: string) =>
    noun
      .split('-')
      .some(part =>
        words.some(word => word.length > 3 && part.startsWith(word)),
      );
  return nouns.find(speaksOf) ?? nouns[0];
}

function growth(settings: Settings, system: SystemBlueprint): Candidate[] {
  const random = createRandom(
    settings.seed,
    settings.profile,
    'facets',
    system.name,
  );
  const facets: Facet[] = [];
  if (!system.components.some(([, kind]) => kind === 'api+events')) {
    facets.push(SERVICE_FACET);
  }
  const left = FACETS.filter(facet => !system.name.endsWith(facet.suffix));
  while (left.length > 0) {
    const next = random.weighted(
      left.map(facet => [facet, facet.weight] as const),
    );
    left.splice(left.indexOf(next), 1);
    facets.push(next);
  }
  return facets.map(({ suffix, kind, describe }, index) => {
    const noun = system.nouns[index % system.nouns.length];
    const name = spaced(noun);
    return {
      name: `${system.name}-${suffix}`,
      kind,
      description: describe(system.title, name, plural(name)),
      system,
      noun,
    };
  });
}

function roundRobin<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map(list => list.length));
  return Array.from({ length: longest }, (_, i) =>
    lists.flatMap(list => list.slice(i, i + 1)),
  ).flat();
}
