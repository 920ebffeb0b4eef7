import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { BENCHES } from '../bench/benches.mjs';
import { ensureDependencies, yarn } from '../lib/dependencies.mjs';
import { runEndToEnd } from '../lib/end-to-end.mjs';
import { runGallery } from '../lib/gallery.mjs';
import { ensureNode } from '../lib/node.mjs';
import { inHome } from '../lib/paths.mjs';
import { startTestPostgres } from '../lib/postgres.mjs';
import { Problem } from '../lib/problem.mjs';
import { say, step } from '../lib/progress.mjs';
import { runRehearsal } from './rehearse.mjs';
import { run } from '../lib/run.mjs';

const NONE = { passed: 0, failed: 0 };

async function unit(nodeBin) {
  const report = inHome('.cache', 'jest.json');
  await rm(report, { force: true });
  await mkdir(path.dirname(report), { recursive: true });
  const postgres = await startTestPostgres();
  const { host, port, user, password } = postgres.connection;
  try {
    // A busy machine is slow, not wrong: the limit is there for what hangs.
    const args = ['backstage-cli', 'repo', 'test', '--ci', '--watchAll=false'];
    args.push('--testTimeout', '60000');
    await yarn(nodeBin, [...args, '--json', '--outputFile', report], {
      env: {
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: `postgresql://${user}:${password}@${host}:${port}`,
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      },
    });
  } finally {
    await postgres.stop();
  }
  const { numPassedTests, numFailedTests } = JSON.parse(
    await readFile(report, 'utf8'),
  );
  return { passed: numPassedTests, failed: numFailedTests };
}

async function launcher() {
  const tests = await readdir(inHome('scripts/tests'));
  const output = await run(process.execPath, [
    '--test',
    '--test-reporter=tap',
    '--test-concurrency=1',
    '--test-timeout=600000',
    ...tests.map(name => inHome('scripts/tests', name)),
  ]);
  const count = name =>
    Number(output.match(new RegExp(`^# ${name} (\\d+)`, 'm'))?.[1] ?? 0);
  return { passed: count('pass'), failed: count('fail') };
}

/** Every benchmark on its small profile: that it works, not how fast. */
async function benchmarks() {
  for (const name of Object.keys(BENCHES)) {
    const args = [inHome('scripts/waymark.mjs'), 'bench', name, '--small'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { bench, measured } = JSON.parse(stdout);
    if (bench !== name || Object.keys(measured).length === 0) {
      throw new Problem(`The benchmark ${name} measured nothing.`);
    }
  }
  return { passed: Object.keys(BENCHES).length, failed: 0 };
}

/** What CI checks, in the order in which a failure is cheapest to find. */
const STEPS = {
  format: {
    title: 'Formatting',
    work: async nodeBin => {
      await yarn(nodeBin, ['prettier', '--check', '.']);
      return NONE;
    },
  },
  lint: {
    title: 'Lint',
    work: async nodeBin => {
      const args = ['backstage-cli', 'repo', 'lint', '--max-warnings', '0'];
      await yarn(nodeBin, args);
      return NONE;
    },
  },
  types: {
    title: 'Types, configuration, generated files',
    work: async nodeBin => {
      await yarn(nodeBin, ['tsc']);
      await yarn(nodeBin, ['backstage-cli', 'config:check', '--lax']);
      await yarn(nodeBin, ['generate', '--check']);
      return NONE;
    },
  },
  unit: { title: 'Unit and integration tests', work: unit },
  launcher: { title: 'Tests of the launcher', work: launcher },
  gallery: { title: 'Pictures of the charts', work: runGallery },
  rehearsal: {
    title: 'Rehearsal of production',
    work: async nodeBin => {
      await runRehearsal(nodeBin);
      return { passed: 1, failed: 0 };
    },
  },
  bench: { title: 'Benchmarks, small profile', work: benchmarks },
  e2e: { title: 'End-to-end tests', work: runEndToEnd },
};

/** `npm test`: every check, all of them even after one fails; fails if any did. */
export async function test({ only }) {
  const names = only ?? Object.keys(STEPS);
  const unknown = names.find(name => !STEPS[name]);
  if (unknown) {
    throw new Problem(
      `There is no test step "${unknown}".`,
      `Steps: ${Object.keys(STEPS).join(', ')}`,
    );
  }
  const nodeBin = await ensureNode();
  await ensureDependencies(nodeBin);
  const total = { passed: 0, failed: 0 };
  const failures = [];
  for (const name of names) {
    const { title, work } = STEPS[name];
    try {
      const { passed, failed } = await step(title, () => work(nodeBin));
      if (passed + failed > 0) say(`${title}: ${passed} passed`);
      total.passed += passed;
      total.failed += failed;
    } catch (error) {
      say(`${title}: FAILED`);
      process.stdout.write(`${error.message}\n`);
      failures.push(title);
      total.failed += 1;
    }
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  if (failures.length > 0) {
    throw new Problem(
      `Failed: ${failures.join(', ')}.`,
      `Run one step alone with: npm test -- --only <${Object.keys(STEPS).join(
        '|',
      )}>`,
    );
  }
  process.exit(0);
}
