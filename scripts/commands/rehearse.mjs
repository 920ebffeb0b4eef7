import { mkdtemp, chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { ensureNode } from '../lib/node.mjs';
import { inHome } from '../lib/paths.mjs';
import { Problem } from '../lib/problem.mjs';
import { say } from '../lib/progress.mjs';
import { ensurePostgresClient } from '../lib/rehearsal/postgres-client.mjs';
import { play } from '../lib/rehearsal/play.mjs';

/** Interrupted, it ends as a process does: with its replicas, and without a trace unless one is wanted. */
function endOnSignal(place, keep) {
  process.once('exit', () => {
    if (!keep) rmSync(place, { recursive: true, force: true });
  });
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
    process.once(signal, () => process.exit(code));
  }
}

/** Runs the rehearsal in a folder of its own and writes its report; rejects if anything was found. */
export async function runRehearsal(nodeBin, { keep = false } = {}) {
  const client = await ensurePostgresClient();
  const place = await mkdtemp(path.join(tmpdir(), 'waymark-rehearsal-'));
  // Other accounts run Postgres and the portal in it.
  await chmod(place, 0o755);
  endOnSignal(place, keep);
  try {
    const report = await play({ nodeBin, client, place });
    const file = inHome('.cache', 'rehearsal.json');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
    if (report.findings.length > 0) {
      throw new Problem(
        `The rehearsal found:\n${report.findings
          .map(text => `  - ${text}`)
          .join('\n')}`,
        `The report is ${file}. \`npm run rehearse -- --keep\` keeps the folder with all logs.`,
      );
    }
    return report;
  } finally {
    if (keep) say(`Kept: ${place}`);
    else await rm(place, { recursive: true, force: true });
  }
}

/** `npm run rehearse`: production on this machine, from build to restored backup. */
export async function rehearse(options) {
  const nodeBin = await ensureNode();
  await ensureDependencies(nodeBin);
  const report = await runRehearsal(nodeBin, options);
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  process.exit(0);
}
