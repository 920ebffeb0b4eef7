import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inHome } from './paths.mjs';
import { Problem } from './problem.mjs';

const HIGHEST_PORT = 65_535;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** How far the simulator goes, from the file that it has it from itself. */
const limits = () =>
  JSON.parse(
    readFileSync(inHome('packages/simulator/src/data/limits.json'), 'utf8'),
  );

function wholeNumber(option, text, { min, max }, example) {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw new Problem(
    `--${option} ${text} is not a whole number from ${min} to ${max}.`,
    `For example: npm start -- --${option} ${example}`,
  );
}

/** The port that was asked for. */
export const readPort = (text = '7007') =>
  wholeNumber('port', text, { min: 1, max: HIGHEST_PORT }, 7100);

/** Another port to suggest where this one cannot be had. */
export const otherPort = port =>
  port + 100 <= HIGHEST_PORT ? port + 100 : port - 100;

/** What the example is to be like. Checked before anything is deleted for its sake. */
export function checkExampleOptions(options) {
  const { profiles, ...scale } = limits();
  const { profile, until } = options;
  if (profile !== undefined && !profiles.includes(profile)) {
    throw new Problem(
      `--profile ${profile} is none of the example organisations.`,
      `Choose one of: ${profiles.join(', ')}`,
    );
  }
  for (const [name, bounds] of Object.entries(scale)) {
    if (options[name] !== undefined) {
      wholeNumber(name, options[name], bounds, Math.max(bounds.min, 12));
    }
  }
  if (
    until !== undefined &&
    (!INSTANT.test(until) || Number.isNaN(Date.parse(until)))
  ) {
    throw new Problem(
      `--until ${until} is not an instant with its time zone.`,
      'For example: npm start -- --until 2026-06-30T16:00:00Z',
    );
  }
}

function checkConfigFile(name) {
  const file = path.resolve(name);
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isFile()) return file;
  } catch (error) {
    throw new Problem(
      `--config ${name}: ${
        error.code === 'ENOENT' ? 'there is no such file' : error.message
      } (${file}).`,
      `Name a file, relative to ${process.cwd()} or from the root.`,
    );
  }
  throw new Problem(
    `--config ${name}: ${file} is not a file.`,
    'Name the YAML file itself.',
  );
}

/** Everything that `npm start` was asked for, checked while nothing has been touched yet. */
export function checkStartOptions(options) {
  checkExampleOptions(options);
  return {
    port: readPort(options.port),
    configs: (options.config ?? []).map(checkConfigFile),
  };
}
