import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inData, inHome } from './paths.mjs';
import { Problem } from './problem.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

export const exampleFolder = inData('example');
const TYPESCRIPT = inHome(
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);

/** The simulator's options that `npm start` passes on, and which it takes as they are. */
export const EXAMPLE_OPTIONS = {
  profile: { type: 'string' },
  seed: { type: 'string' },
  until: { type: 'string' },
  services: { type: 'string' },
  months: { type: 'string' },
};

const truth = name =>
  readFile(path.join(exampleFolder, 'truth', name), 'utf8').then(JSON.parse);

/**
 * Makes the example organisation at the first start; later starts keep it. Resolves to what the
 * portal must know of it and to the number of entities that its catalog will have.
 */
export async function ensureExample(nodeBin, options) {
  const given = Object.keys(EXAMPLE_OPTIONS).filter(
    name => options[name] !== undefined,
  );
  const passedOn = given.flatMap(name => [`--${name}`, options[name]]);
  const settings = await readFile(
    path.join(exampleFolder, 'settings.json'),
    'utf8',
  )
    .then(JSON.parse)
    .catch(() => undefined);
  const other = given.filter(
    name => settings && String(settings[name]) !== options[name],
  );
  if (other.length > 0) {
    const have = other.map(name => `--${name} ${settings[name]}`).join(' ');
    throw new Problem(
      `The example organisation was made with ${have}.`,
      `Keep it (leave the option out), or begin anew: npm start -- --reset ${passedOn.join(
        ' ',
      )}`,
    );
  }
  if (!settings) {
    let latest = '';
    const onLine = line => {
      // The simulator's own clock is left out: the launcher has one.
      if (!line.startsWith('{'))
        latest = line.replace(/^\[[^\]]*\]/, '').trim();
    };
    const cli = inHome('packages/simulator/src/cli.ts');
    const target = ['generate', '--out', exampleFolder];
    await step(
      'Making the example organisation',
      () =>
        run(
          path.join(nodeBin, 'node'),
          ['--require', TYPESCRIPT, cli, ...target, ...passedOn],
          { onLine },
        ),
      () => latest,
    );
  }
  const { organisation, profile, personas } = await truth('organisation.json');
  const catalog = await truth('catalog.json');
  return {
    config: 'app-config.example.yaml',
    folder: exampleFolder,
    source: 'the example organisation',
    organisation: { ...organisation, profile },
    personas,
    catalog,
  };
}
