import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inHome } from './paths.mjs';

export const chartFolder = inHome('deploy/helm/waymark');

/** Values that the chart is rendered with, for review and for tests. */
export const VARIANTS = {
  smallest: ['smallest.yaml'],
  everything: ['smallest.yaml', 'everything.yaml'],
};

export const renderedFile = name =>
  inHome('deploy/helm/rendered', `${name}.yaml`);

/** As `helm template` is run; the version of Kubernetes decides nothing but whether it is refused. */
export const renderArgs = name => [
  'template',
  'waymark',
  chartFolder,
  '--namespace=waymark',
  '--kube-version=1.31.0',
  ...VARIANTS[name].map(file => `--values=${chartFolder}/ci/${file}`),
];

/** A hash over everything that rendering depends on. */
export function chartFingerprint() {
  const hash = createHash('sha256');
  for (const name of readdirSync(chartFolder, { recursive: true }).sort()) {
    if (!/\.(yaml|tpl)$/.test(name)) continue;
    hash.update(name).update(readFileSync(path.join(chartFolder, name)));
  }
  return hash.digest('hex');
}

export const HEADER = 'Rendered by `node scripts/render-chart.mjs` from chart';
