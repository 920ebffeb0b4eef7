#!/usr/bin/env node
/**
 * The launcher behind `npm start`, `npm run dev`, `npm test`, `npm run bench`, `npm run rehearse`
 * and `npm run verify:templates`.
 * It runs on any Node from 20 on, without a single dependency, and brings along whatever the portal
 * needs.
 */
import { parseArgs } from 'node:util';
import { EXAMPLE_OPTIONS } from './lib/example.mjs';
import { Problem } from './lib/problem.mjs';

const COMMANDS = {
  start: {
    usage: `npm start -- [options]
  --port <number>       port of the portal (default 7007)
  --empty               without the example organisation
  --profile <name>      example organisation: ecommerce (default), bank or startup
  --services, --months, --seed, --until   scale of the example
  --reset [--yes]       delete all local data first (asks, unless --yes)
  --config <file>       your own configuration over app-config.yaml, without embedded database or example
  --verbose             show the portal's log`,
    options: {
      ...EXAMPLE_OPTIONS,
      port: { type: 'string' },
      empty: { type: 'boolean' },
      reset: { type: 'boolean' },
      yes: { type: 'boolean' },
      config: { type: 'string', multiple: true },
      verbose: { type: 'boolean' },
    },
    load: async () => (await import('./commands/start.mjs')).start,
  },
  dev: {
    usage: `npm run dev   hot-reload loop: frontend on port 3000, backend on port 7007`,
    options: { ...EXAMPLE_OPTIONS, empty: { type: 'boolean' } },
    load: async () => (await import('./commands/dev.mjs')).dev,
  },
  rehearse: {
    usage: `npm run rehearse -- [options]   production on this machine, from build to restored backup
  --keep                keep the folder with logs and backup`,
    options: { keep: { type: 'boolean' } },
    load: async () => (await import('./commands/rehearse.mjs')).rehearse,
  },
  test: {
    usage: `npm test -- [--only <step>]...   steps: format, lint, types, unit, launcher, gallery, rehearsal, bench, e2e`,
    options: { only: { type: 'string', multiple: true } },
    load: async () => (await import('./commands/test.mjs')).test,
  },
  bench: {
    usage: `yarn bench <name> [--small]   measures a portal of its own; JSON on standard output`,
    options: { small: { type: 'boolean' } },
    allowPositionals: true,
    load: async () => (await import('./commands/bench.mjs')).bench,
  },
  'verify-templates': {
    usage: `npm run verify:templates -- [template]... [options]   builds and runs what templates render; JSON on standard output
  --first               only the first cell of each, with usual answers`,
    options: { first: { type: 'boolean' } },
    allowPositionals: true,
    load: async () =>
      (await import('./commands/verify-templates.mjs')).verifyTemplates,
  },
};

async function main([name, ...rest]) {
  const command = COMMANDS[name];
  if (!command) {
    throw new Problem(
      `Unknown command "${name ?? ''}".`,
      `Use one of: ${Object.keys(COMMANDS).join(', ')}`,
    );
  }
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Problem(
      `Node ${process.versions.node} is too old to run the launcher.`,
      'Install Node 20 or newer; the launcher brings along the version that the portal runs on.',
    );
  }
  if (rest.includes('--help')) {
    process.stdout.write(`${command.usage}\n`);
    return;
  }
  const { options, allowPositionals = false } = command;
  let given;
  try {
    given = parseArgs({ args: rest, options, allowPositionals });
  } catch (error) {
    throw new Problem(error.message, command.usage);
  }
  await (
    await command.load()
  )(given.values, given.positionals);
}

main(process.argv.slice(2)).catch(error => {
  const isExpected = error instanceof Problem;
  process.stderr.write(
    `\n${isExpected ? error.message : error.stack}\n${
      isExpected && error.remedy ? `${error.remedy}\n` : ''
    }`,
  );
  process.exit(1);
});
