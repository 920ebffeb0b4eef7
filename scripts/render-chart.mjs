#!/usr/bin/env node
/**
 * Renders the chart with the values of its `ci` folder, into `deploy/helm/rendered`, where reviews and
 * tests look at it. Needs Helm 3 or newer on the path; run it after every change of the chart.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  chartFingerprint,
  HEADER,
  renderArgs,
  renderedFile,
  VARIANTS,
} from './lib/chart.mjs';
import { run } from './lib/run.mjs';

for (const name of Object.keys(VARIANTS)) {
  let rendered = '';
  await run('helm', renderArgs(name), {
    onLine: line => {
      rendered += `${line}\n`;
    },
    remedy: 'Install Helm: https://helm.sh/docs/intro/install',
  });
  const file = renderedFile(name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `# ${HEADER} ${chartFingerprint()}\n${rendered}`);
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
}
