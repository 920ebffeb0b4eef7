import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import { readConfig, type Config } from './config.ts';
import { endingOf, EXIT_CODES, RunError, type Ending } from './exitCodes.ts';
import { createLogger, type Logger } from './logger.ts';
import { metricsOf, type MetricsText } from './metrics.ts';
import { Progress } from './progress.ts';
import { publishMetrics } from './publishMetrics.ts';
import { run, type RunOptions } from './run.ts';
import { SERVICE } from './service.ts';
import { startTelemetry } from './telemetry.ts';
import { work } from './work.ts';

const USAGE = `Usage: ${SERVICE} [--dry-run]
  --dry-run   tell what would be done, and do nothing
Exit codes: ${Object.entries(EXIT_CODES)
  .map(([ending, code]) => `${code} ${ending}`)
  .join(', ')}
`;
const PROGRESS_EVERY_MS = 10_000;
const FAREWELL_MS = 3_000;

function readArguments(args: string[]): { dryRun: boolean; help: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: { 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } },
    });
    return {
      dryRun: values['dry-run'] ?? false,
      help: values.help ?? false,
    };
  } catch (error) {
    throw new RunError('usage', error instanceof Error ? error.message : USAGE);
  }
}

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => {
      stop.abort(new RunError('stopped', `stopped by ${name}`));
    });
  }
  return stop.signal;
}

/** One run under one span; it ends in a way that the log, the metrics and the exit code all tell. */
async function runOnce(
  options: Pick<RunOptions, 'config' | 'logger' | 'dryRun' | 'stop'>,
): Promise<Ending> {
  const { config, logger, dryRun } = options;
  const startedAt = new Date();
  const progress = new Progress({
    logger,
    everyMs: PROGRESS_EVERY_MS,
    now: Date.now,
  });
  return trace.getTracer(SERVICE).startActiveSpan('run', async span => {
    let ending: Ending = 'done';
    logger.info({ dryRun }, 'run started');
    try {
      await run({
        ...options,
        progress: items => {
          progress.add(items);
        },
        work,
      });
    } catch (error) {
      ending = endingOf(error);
      logger.error({ err: error, ending }, 'run failed');
      span.recordException(error as Error);
      span.setStatus({ code: SpanStatusCode.ERROR, message: ending });
    }
    const { items } = progress;
    const finishedAt = new Date();
    const exitCode = EXIT_CODES[ending];
    const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1_000;
    span.setAttributes({ 'job.items': items, 'job.ending': ending });
    logger.info({ ending, exitCode, items, seconds }, 'run ended');
    // Neither a rehearsal nor a run that was refused says how the job is doing.
    if (!dryRun && ending !== 'overlap') {
      const report = { startedAt, finishedAt, exitCode, items };
      await publish(await metricsOf(report), config, logger);
    }
    span.end();
    return ending;
  });
}

/** The work is done or not, whether or not somebody hears of it; the alert on freshness will tell. */
async function publish(
  metrics: MetricsText,
  config: Config,
  logger: Logger,
): Promise<void> {
  try {
    await publishMetrics(metrics, config);
  } catch (error) {
    logger.warn({ err: error }, 'metrics were not published');
  }
}

async function main(): Promise<Ending> {
  const stop = stopSignal();
  let logger = createLogger('info');
  try {
    const { dryRun, help } = readArguments(process.argv.slice(2));
    if (help) {
      process.stdout.write(USAGE);
      return 'done';
    }
    const config = readConfig(process.env);
    logger = createLogger(config.LOG_LEVEL);
    const endTelemetry = startTelemetry(process.env);
    const ending = await runOnce({ config, logger, dryRun, stop });
    // A collector that is away does not keep a finished job alive.
    await Promise.race([endTelemetry(), sleep(FAREWELL_MS)]);
    return ending;
  } catch (error) {
    const ending = endingOf(error);
    logger.error({ err: error, ending }, 'no run');
    return ending;
  }
}

process.exit(EXIT_CODES[await main()]);
