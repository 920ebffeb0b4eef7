import type { SystemBlueprint } from '../data/blueprint';
import type { Candidate } from './components';
import { apisOf, KINDS } from './kinds';
import { createRandom } from './random';

export interface Relations {
  dependsOn: string[];
  consumes: string[];
}

const unique = <T>(items: T[]) => [...new Set(items)];

/**
 * Wires components the way their kinds suggest: services call the services of
 * the systems theirs uses, screens call their own service first, workers and
 * pipelines listen to events, jobs look after one service, and whoever shares a
 * language with a library of the system builds on it. Calls follow `uses`, which
 * has no cycles, and events do not count as calls; so neither do calls.
 */
export function wire(
  seed: number,
  candidates: Candidate[],
): Map<string, Relations> {
  const bySystem = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const list = bySystem.get(candidate.system.name) ?? [];
    list.push(candidate);
    bySystem.set(candidate.system.name, list);
  }
  const inSystem = (name: string) => bySystem.get(name) ?? [];
  const mainOf = (name: string) => {
    const list = inSystem(name);
    return (
      list.find(({ kind }) => kind === 'api+events') ??
      list.find(({ kind }) => kind === 'api')
    );
  };
  const neighbours = (system: SystemBlueprint) =>
    system.uses.map(mainOf).filter(item => item !== undefined);

  const relations = new Map<string, Relations>();
  for (const candidate of candidates) {
    const random = createRandom(seed, 'relations', candidate.name);
    const { kind, system, name } = candidate;
    const siblings = inSystem(system.name).filter(item => item.name !== name);
    const main = mainOf(system.name);
    const own = main && main.name !== name ? [main] : [];
    const near = neighbours(system);

    const calls: Record<Candidate['kind'], () => Candidate[]> = {
      'api+events': () => near,
      api: () => (own.length > 0 ? [...own, ...random.sample(near, 1)] : near),
      graph: () => [...own, ...near],
      ml: () => [],
      web: () => frontDoor(siblings, [...own, ...random.sample(near, 2)]),
      worker: () => own,
      pipeline: () => [],
      job: () => own,
      lib: () => [],
    };
    const listens = kind === 'worker' || kind === 'pipeline' || kind === 'ml';
    const sources = listens ? [...(main ? [main] : []), ...near] : [];
    const events = sources
      .filter(source => source.kind === 'api+events' && source.name !== name)
      .slice(0, kind === 'pipeline' ? 3 : 2);

    const libraries =
      KINDS[kind].python === 0 && kind !== 'lib'
        ? siblings
            .filter(item => item.kind === 'lib')
            .filter(() => random.chance(0.7))
        : [];
    const scorers =
      kind === 'api+events'
        ? siblings.filter(item => item.kind === 'ml').slice(0, 1)
        : [];

    const called = unique([...calls[kind](), ...scorers]);
    relations.set(name, {
      dependsOn: unique([...called, ...libraries]).map(item => item.name),
      consumes: [
        ...called.flatMap(item => apiNames(item, false)),
        ...events.flatMap(item => apiNames(item, true)),
      ],
    });
  }
  return relations;
}

/** A screen prefers the graph of its system, when there is one. */
function frontDoor(siblings: Candidate[], otherwise: Candidate[]) {
  const graph = siblings.find(item => item.kind === 'graph');
  return graph ? [graph, ...otherwise.slice(0, 1)] : otherwise;
}

function apiNames({ kind, name, noun }: Candidate, events: boolean) {
  return apisOf(kind, name, noun)
    .filter(api => (api.type === 'asyncapi') === events)
    .map(api => api.name);
}
