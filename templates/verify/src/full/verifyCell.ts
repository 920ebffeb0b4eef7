import { problemsOf } from '../checks';
import type { Cell } from '../cells';
import type { Renderer } from '../render/scaffolder';
import { readSources, readTree } from '../render/tree';
import type { Template } from '../templates';
import { createDatabase } from '../databases';
import { tryJob } from './job';
import { execute } from './processes';
import { buildEnvironment, type Repository } from './program';
import { tryService } from './service';
import { recordSteps, type StepResult } from './steps';

export interface CellResult {
  template: string;
  cell: string;
  passed: boolean;
  seconds: number;
  steps: StepResult[];
}

const NODE: [string, string[]][] = [
  ['install', ['npm', 'ci', '--no-audit', '--no-fund']],
  ['lint', ['npm', 'run', 'lint']],
  ['test', ['npm', 'test']],
  ['build', ['npm', 'run', 'build']],
  // The image has only what runs; something that only development has must not be missed.
  ['prune', ['npm', 'prune', '--omit=dev', '--no-audit', '--no-fund']],
];
const PYTHON: [string, string[]][] = ['install', 'lint', 'test', 'build'].map(
  target => [target, ['make', target]],
);
const COMMANDS: Record<string, [string, string[]][]> = {
  node: NODE,
  python: PYTHON,
};
const TRIALS: Record<string, typeof tryService> = {
  service: tryService,
  cronjob: tryJob,
};

/** Renders a cell, checks it, installs, lints, tests and builds it, and runs what was built. */
export async function verifyCell(options: {
  renderer: Renderer;
  template: Template;
  cell: Cell;
  serverUrl: string;
  tell: (text: string) => void;
}): Promise<CellResult> {
  const { renderer, template, cell, serverUrl, tell } = options;
  const startedAt = Date.now();
  const steps: StepResult[] = [];
  const step = recordSteps(steps, tell);
  try {
    const { folder, values } = await step('render', () =>
      renderer.render(template, cell),
    );
    await step('static checks', async () => {
      const problems = await problemsOf({
        tree: readTree(folder),
        cell,
        values,
        sources: readSources(template),
      });
      if (problems.length > 0) throw new Error(problems.join('\n'));
    });
    const [common] = values;
    const repository: Repository = {
      folder,
      values: common,
      plan: template.plan,
      environment: cell.environment,
      databaseUrl: common.needsPostgres
        ? await createDatabase(serverUrl)
        : undefined,
    };
    const env = {
      ...buildEnvironment(folder),
      ...(common.needsPostgres ? { TEST_DATABASE_URL: serverUrl } : {}),
    };
    for (const [name, command] of COMMANDS[String(common.runtime)]) {
      await step(name, () => execute(command, { cwd: folder, env }));
    }
    await TRIALS[String(common.workload)](repository, step);
  } catch {
    // Taken down by the step.
  }
  return {
    template: template.name,
    cell: cell.name,
    passed: steps.every(({ passed }) => passed),
    seconds: Math.round((Date.now() - startedAt) / 1_000),
    steps,
  };
}
