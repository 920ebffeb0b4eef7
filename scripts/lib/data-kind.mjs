import { existsSync } from 'node:fs';
import { exampleFolder } from './example.mjs';
import { data } from './paths.mjs';
import { Problem } from './problem.mjs';
import { starterRepository } from './starter.mjs';

const hasExample = () => existsSync(`${exampleFolder}/settings.json`);

/**
 * Database and people belong together: what one kind of start has stored must not show up,
 * unmarked, in the other. Refuses to start with the example on data without it, and the reverse.
 */
export function checkDataKind({ empty, config }) {
  if (config) return;
  if (empty && hasExample()) {
    throw new Problem(
      `The data in ${data} are those of the example organisation.`,
      'Keep them (leave out --empty), or begin anew without the example: npm start -- --reset --empty\n' +
        'To have both, give the empty portal a data folder of its own: WAYMARK_DATA=~/waymark-data npm start -- --empty',
    );
  }
  if (!empty && existsSync(starterRepository) && !hasExample()) {
    throw new Problem(
      `The data in ${data} are those of a portal without the example organisation.`,
      'Keep them: npm start -- --empty\nOr begin anew with the example: npm start -- --reset\n' +
        'To have both, give the example a data folder of its own: WAYMARK_DATA=~/waymark-example npm start',
    );
  }
}
