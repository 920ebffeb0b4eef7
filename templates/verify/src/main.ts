/**
 * Tries out templates for real: `npm run verify:templates -- [template]... [--first]`. Needs a Postgres
 * at TEST_DATABASE_URL, which the launcher starts. Prints the matrix as JSON at the end.
 */
import { parseArgs } from 'node:util';
import { loadavg } from 'node:os';
import { fullCells } from './cells';
import { verifyCell, type CellResult } from './full/verifyCell';
import { startRenderer } from './render/scaffolder';
import { readTemplates } from './templates';

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { first: { type: 'boolean' } },
  });
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) throw new Error('TEST_DATABASE_URL is not set');
  const templates = readTemplates(positionals);
  const renderer = await startRenderer({ serverUrl, templates });
  const matrix: CellResult[] = [];
  for (const template of templates) {
    const cells = fullCells(template);
    for (const cell of values.first ? cells.slice(0, 1) : cells) {
      const tell = (text: string) =>
        process.stderr.write(`${template.name}, ${cell.name}: ${text}\n`);
      matrix.push(
        await verifyCell({ renderer, template, cell, serverUrl, tell }),
      );
    }
  }
  await renderer.stop();
  const passed = matrix.every(cell => cell.passed);
  const load = Math.round(loadavg()[0] * 100) / 100;
  process.stdout.write(
    `${JSON.stringify({ passed, load, matrix }, null, 2)}\n`,
  );
  return passed;
}

main().then(
  passed => process.exit(passed ? 0 : 1),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
