import type { Directory } from '../../domain/directory';
import { createRandom } from '../../domain/random';
import type { Service } from '../../domain/types';

export interface DocsContext {
  service: Service;
  directory: Directory;
  emailDomain: string;
  /** Lines added to the runbook over the years by the people on call. */
  lessons: string[];
}

/** Facts of a service that several pages state and therefore must agree on. */
export function factsOf(service: Service) {
  const random = createRandom('facts', service.name);
  return {
    availability: { 1: '99.95 %', 2: '99.9 %', 3: '99.5 %' }[service.tier],
    budget: { 1: '22 minutes', 2: '43 minutes', 3: '3 hours 39 minutes' }[
      service.tier
    ],
    latencyMs: service.tier === 1 ? 150 : 400,
    answerWithin: {
      1: '5 minutes, day and night',
      2: '30 minutes, day and night',
      3: 'the next working day',
    }[service.tier],
    perSecond:
      random.pick([4, 12, 35, 80, 140, 320]) * (service.tier === 1 ? 5 : 1),
    replicas: service.tier === 1 ? 6 : 3,
    runsAt: `0${random.int(1, 5)}:${random.pick(['00', '15', '30', '45'])}`,
    freshness: random.pick(['20 minutes', 'one hour', 'six hours']),
    port: 8080,
    timeoutMs: random.pick([800, 1200, 2000]),
    batch: random.pick([100, 250, 500]),
  };
}

export const table = (head: string[], rows: string[][]) =>
  [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map(row => `| ${row.join(' | ')} |`),
  ].join('\n');
