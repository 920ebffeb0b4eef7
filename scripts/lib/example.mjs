import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inData, inHome } from './paths.mjs';
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
  const passedOn = Object.keys(EXAMPLE_OPTIONS)
    .filter(name => options[name] !== undefined)
    .flatMap(name => [`--${name}`, options[name]]);
  const made = await truth('organisation.json').catch(() => undefined);
  if (!made || passedOn.length > 0) {
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
    source: 'the example organisation',
    organisation: { ...organisation, profile },
    personas,
    catalog,
  };
}
