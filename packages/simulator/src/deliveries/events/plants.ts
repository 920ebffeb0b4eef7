import { createRandom } from '../../domain/random';
import type { Organisation } from '../../domain/types';
import type { Simulation } from '../model/simulation';

/** Names that tools use and nobody has told the portal about. Times are seconds since 1970. */
export interface Plants {
  /** Production of this service goes by a name of its own since then. */
  unknownEnvironment?: { service: string; name: string; from: number };
  /** The pipeline of this service misspells it since then. */
  misspelt?: { service: string; name: string; from: number };
}

const DAY = 86_400;

/** Takes a letter out of the middle of the longest word. */
function misspell(name: string) {
  const words = name.split('-');
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  const cut = Math.floor(longest.length / 2);
  const wrong = longest.slice(0, cut) + longest.slice(cut + 1);
  return words.map(word => (word === longest ? wrong : word)).join('-');
}

export function plantsOf(
  { settings, services }: Organisation,
  simulation: Simulation,
): Plants {
  const until = Date.parse(settings.until) / 1000;
  const random = createRandom(settings.seed, settings.profile, 'plants');
  const candidates = random.shuffle(services).filter(service => {
    const character = simulation.characterOf(service.owner);
    return (
      ['continuous', 'steady', 'fragile'].includes(character) &&
      service.type !== 'library' &&
      simulation.environmentsOf(service.name).length === 1
    );
  });
  const busy = candidates.find(({ activity }) => activity !== 'quiet');
  const other = candidates.find(
    service =>
      service !== busy &&
      service.activity !== 'busy' &&
      !services.some(({ name }) => name === misspell(service.name)),
  );
  return {
    ...(busy && {
      unknownEnvironment: {
        service: busy.name,
        name: 'live-eu',
        from: until - 28 * DAY,
      },
    }),
    ...(other && {
      misspelt: {
        service: other.name,
        name: misspell(other.name),
        from: until - 21 * DAY,
      },
    }),
  };
}
