import { readFileSync } from 'node:fs';
import { inHome } from './paths.mjs';

/**
 * The instructions of the Dockerfile, as `{ stage, name, value }`: comments and continued lines are
 * resolved, stages are counted from 0.
 */
export function readDockerfile(file = inHome('deploy/Dockerfile')) {
  const text = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\\n\s*/g, '');
  let stage = -1;
  return text
    .split('\n')
    .filter(line => line.trim())
    .map(line => {
      const [, name, value] = /^\s*(\w+)\s+(.*)$/.exec(line);
      if (name === 'FROM') stage += 1;
      return { stage, name, value };
    });
}

/** The command that the image runs without `tini`, as a list: what the rehearsal runs too. */
export function imageCommand() {
  const last = wanted =>
    JSON.parse(readDockerfile().findLast(({ name }) => name === wanted).value);
  const entrypoint = last('ENTRYPOINT');
  return [...entrypoint.slice(entrypoint.indexOf('--') + 1), ...last('CMD')];
}
