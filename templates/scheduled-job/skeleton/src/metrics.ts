import { Gauge, Registry } from 'prom-client';
import { SERVICE } from './service.ts';

export interface Report {
  startedAt: Date;
  finishedAt: Date;
  exitCode: number;
  items: number;
}

export interface MetricsText {
  /** Of this run, whatever became of it. */
  run: string;
  /** Only after a success: whoever stores it keeps the old one until the next. */
  success: string | undefined;
}

/** What is told of a run, in the text format of Prometheus; times are seconds since 1970. */
export async function metricsOf(report: Report): Promise<MetricsText> {
  const finished = report.finishedAt.getTime() / 1_000;
  const started = report.startedAt.getTime() / 1_000;
  return {
    run: await text({
      job_last_run_timestamp_seconds: ['When the last run ended', finished],
      job_duration_seconds: ['How long the last run took', finished - started],
      job_exit_code: ['How the last run ended; 0 is well', report.exitCode],
      job_items_processed: ['What the last run has done', report.items],
    }),
    success:
      report.exitCode === 0
        ? await text({
            job_last_success_timestamp_seconds: [
              'When a run last ended well',
              finished,
            ],
          })
        : undefined,
  };
}

function text(gauges: Record<string, [string, number]>): Promise<string> {
  const registry = new Registry();
  registry.setDefaultLabels({ service: SERVICE });
  for (const [name, [help, value]] of Object.entries(gauges)) {
    new Gauge({ name, help, registers: [registry] }).set(value);
  }
  return registry.metrics();
}
