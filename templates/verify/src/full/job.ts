import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hold, query } from '../databases';
import {
  checkLog,
  metricsOfRules,
  settings,
  startCommand,
  type Repository,
} from './program';
import { start, until, type Ended, type Program } from './processes';
import type { Step } from './steps';

const RUN_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 10_000;

function expectCode(what: string, { code, output }: Ended, wanted: number) {
  if (code !== wanted) {
    throw new Error(
      `${what} ended with code ${code}, not ${wanted}\n${output}`,
    );
  }
}

async function metrics(directory: string): Promise<string> {
  const files = await readdir(directory);
  const texts = files.map(file => readFile(path.join(directory, file), 'utf8'));
  return (await Promise.all(texts)).join('');
}

/** Runs the job as the image does: well, beside another, too long, stopped, and failing. */
export async function tryJob(
  repository: Repository,
  step: Step,
): Promise<void> {
  const { folder, plan, databaseUrl } = repository;
  const { job } = plan;
  if (!job || !databaseUrl) {
    throw new Error('verify.yaml: a job needs `job`, and a database');
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'metrics-'));
  const run = (more: Record<string, string> = {}): Program =>
    start(startCommand(folder), {
      cwd: folder,
      env: settings(repository, {
        METRICS_DIRECTORY: directory,
        PUSHGATEWAY_URL: '',
        LOG_LEVEL: 'info',
        ...more,
      }),
    });
  /** A run that has come so far that its work waits. */
  const waitingRun = async (more?: Record<string, string>) => {
    const program = run(more);
    await until('work that waits', program, async () => {
      const waiting = await query(
        databaseUrl,
        `SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database
         WHERE NOT granted AND d.datname = current_database()`,
      );
      return waiting.length > 0;
    });
    return program;
  };

  await step('run', async () => {
    const ended = await run().endedWithin(RUN_LIMIT_MS);
    expectCode('a run', ended, 0);
    const log = checkLog(ended.output);
    if (!log.every(line => /^[0-9a-f]{32}$/.test(String(line.trace_id)))) {
      throw new Error(`its log lacks trace ids\n${ended.output}`);
    }
  });
  await step('metrics', async () => {
    const text = await metrics(directory);
    const missing = metricsOfRules(folder).filter(
      name => !new RegExp(`^${name}\\{`, 'm').test(text),
    );
    if (missing.length > 0) {
      throw new Error(`the rules ask for ${missing}, and there is:\n${text}`);
    }
  });
  await step('overlap refused, deadline hit', async () => {
    const release = await hold(databaseUrl, job.block);
    try {
      const first = await waitingRun({ DEADLINE_SECONDS: '4' });
      const second = await run().endedWithin(RUN_LIMIT_MS);
      expectCode('a second run', second, job.exitCodes.overlap);
      const ended = await first.endedWithin(RUN_LIMIT_MS);
      expectCode('a run that takes too long', ended, job.exitCodes.deadline);
    } finally {
      await release();
    }
  });
  await step('graceful stop', async () => {
    const release = await hold(databaseUrl, job.block);
    try {
      const program = await waitingRun();
      program.kill('SIGTERM');
      const ended = await program.endedWithin(STOP_LIMIT_MS);
      expectCode('a run that is stopped', ended, job.exitCodes.stopped);
    } finally {
      await release();
    }
  });
  await step('failure visible', async () => {
    await query(databaseUrl, job.fail);
    const ended = await run().endedWithin(RUN_LIMIT_MS);
    expectCode('a run that fails', ended, job.exitCodes.failed);
    if (!checkLog(ended.output).some(({ level }) => level === 'error')) {
      throw new Error(`its log has no error\n${ended.output}`);
    }
    const text = await metrics(directory);
    const told = new RegExp(
      `^job_exit_code\\{.*\\} ${job.exitCodes.failed}$`,
      'm',
    );
    if (!told.test(text)) throw new Error(`its metrics hide it:\n${text}`);
  });
}
