import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { createDoraMetrics } from './metrics';

const ROOT = path.resolve(__dirname, '../../..');
const textOf = (file: string) => readFile(path.join(ROOT, file), 'utf8');

describe('what the repository says of deliveries', () => {
  it('counts a release of the portal as its deployment, not every commit', async () => {
    const entities = parseAllDocuments(await textOf('catalog-info.yaml')).map(
      document => document.toJS(),
    );
    const portal = entities.find(({ kind }) => kind === 'Component');
    expect(portal.metadata.annotations['waymark.dev/deployments']).toBe(
      'tags:v*',
    );
  });

  it('documents every metric of the backend', async () => {
    const names: string[] = [];
    const instrument = (name: string) => {
      names.push(name.replaceAll('.', '_'));
      return { add() {}, record() {}, addCallback() {} };
    };
    createDoraMetrics({
      metrics: {
        createCounter: instrument,
        createHistogram: instrument,
        createObservableGauge: instrument,
      } as unknown as Parameters<typeof createDoraMetrics>[0]['metrics'],
      read: () => Promise.reject(new Error('not asked')),
      now: () => new Date(),
    });

    const page = await textOf('docs/operations/health-and-metrics.md');
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter(name => !page.includes(`\`${name}`))).toEqual([]);
  });

  it('documents the home widgets that a role has by default', async () => {
    const { waymark } = parse(await textOf('app-config.yaml'));
    const columns = Object.values<{ main?: unknown[]; side?: unknown[] }>(
      waymark.home.defaults,
    ).flatMap(({ main = [], side = [] }) => [...main, ...side]);
    const ids = columns.map(widget =>
      typeof widget === 'string'
        ? widget
        : (widget as { widget: string }).widget,
    );

    const page = await textOf('docs/home.md');
    expect(ids).toContain('home/team-delivery');
    expect(ids.filter(id => !page.includes(`| \`${id}\``))).toEqual([]);
  });
});
