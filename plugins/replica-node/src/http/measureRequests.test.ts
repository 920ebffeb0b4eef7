import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  type Histogram,
} from '@opentelemetry/sdk-metrics';
import express from 'express';
import request from 'supertest';
import { measureRequests } from './measureRequests';

async function record(paths: string[]) {
  const exporter = new InMemoryMetricExporter(
    AggregationTemporality.CUMULATIVE,
  );
  const reader = new PeriodicExportingMetricReader({ exporter });
  const meters = new MeterProvider({ readers: [reader] });
  const app = express();
  app.use(measureRequests(meters));
  const catalog = express.Router();
  catalog.use('/entities', (_req, res) => {
    res.json([]);
  });
  app.use('/api/catalog', catalog);
  app.use('/api/events/bus', (_req, res) => {
    res.end();
  });
  app.use('/.backstage', (_req, res) => {
    res.sendStatus(503);
  });
  for (const path of paths) await request(app).get(path);
  await meters.forceFlush();
  const metrics = exporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics)
    .flatMap(scope => scope.metrics);
  await meters.shutdown();
  return metrics.map(({ descriptor, dataPoints }) => ({
    descriptor,
    points: dataPoints.map(({ attributes, value }) => [
      attributes['http.route'],
      attributes['http.response.status_code'],
      (value as Histogram).count,
    ]),
  }));
}

describe('measureRequests', () => {
  it('counts by plugin and answer, however many addresses people make up', async () => {
    const [{ descriptor, points }] = await record([
      '/api/catalog/entities/a',
      '/api/catalog/entities/b?x=1',
      '/api/nothing/here',
      '/wp-login.php',
      '/.backstage/health/v1/readiness',
    ]);
    expect(descriptor.name).toBe('http.server.request.duration');
    expect(points).toEqual([
      ['/api/catalog', 200, 2],
      ['/', 404, 2],
      ['/.backstage', 503, 1],
    ]);
  });

  it('leaves out what is held open on purpose', async () => {
    expect(await record(['/api/events/bus/v1/subscriptions/x/events'])).toEqual(
      [],
    );
  });
});
