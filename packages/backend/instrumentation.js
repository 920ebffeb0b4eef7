/**
 * Metrics of the whole process, for Prometheus. Loaded with `--require` before anything that
 * measures. The endpoint has a port of its own, bound to loopback unless
 * WAYMARK_METRICS_HOST says otherwise: what it tells is nobody's business outside.
 */
const { isMainThread } = require('node:worker_threads');
const { metrics } = require('@opentelemetry/api');
const { PrometheusExporter } = require('@opentelemetry/exporter-prometheus');
const { MeterProvider } = require('@opentelemetry/sdk-metrics');

function serveMetrics() {
  const exporter = new PrometheusExporter(
    {
      host: process.env.WAYMARK_METRICS_HOST ?? '127.0.0.1',
      port: Number(process.env.WAYMARK_METRICS_PORT ?? 9464),
      endpoint: '/metrics',
    },
    error => {
      if (error) {
        process.stderr.write(
          `The metrics endpoint did not start: ${error.message}. Set WAYMARK_METRICS_PORT to a free port.\n`,
        );
      }
    },
  );

  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
}

// Worker threads preload the same files.
if (isMainThread) serveMetrics();
