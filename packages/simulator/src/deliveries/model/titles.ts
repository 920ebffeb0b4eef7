import { FUNCTIONS, namingOf } from '../../content/code/functions';
import { GUARDS, REFACTORINGS, TESTS } from '../../data/messages';
import type { Random } from '../../domain/random';
import type { Service } from '../../domain/types';
import { plural, spaced } from '../../domain/words';
import type { Intent } from './facts';

const fill = (text: string, noun: string) =>
  text.replace('{one}', spaced(noun)).replace('{many}', plural(spaced(noun)));

/** What a pull request is called while its commit does not exist, or where it never will. */
export function titleOf(random: Random, service: Service, intent: Intent) {
  const noun = random.pick(service.nouns);
  const guard = () => fill(random.pick(GUARDS).text, noun);
  const work = () =>
    random.weighted([
      [
        () =>
          `feat(${noun}): ${random.pick(FUNCTIONS).subject(namingOf(noun))}`,
        5,
      ],
      [() => `fix(${noun}): ${guard()}`, 4],
      [() => fill(random.pick(REFACTORINGS), noun), 2],
      [() => fill(random.pick(TESTS), noun), 1],
    ] as const)();
  const titles: Record<Intent, () => string> = {
    work,
    hotfix: () => `hotfix(${noun}): ${guard()}`,
    dependency: () =>
      `chore(deps): bump ${random.pick(['pino', 'zod', 'fastify', 'kafkajs'])}`,
    release: () => 'chore(release): next version',
  };
  return titles[intent]();
}
