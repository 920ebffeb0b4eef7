import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { BENCHES } from '../bench/benches.mjs';
import { compare } from '../bench/figures.mjs';
import { startBenchPortal } from '../bench/portal.mjs';
import { NODE_VERSION } from '../lib/node.mjs';
import { packagedBinaries } from '../lib/postgres.mjs';
import { Problem } from '../lib/problem.mjs';
import { onStopRequest } from '../lib/stop-request.mjs';

const load = () => Math.round(loadavg()[0] * 100) / 100;

async function machine() {
  const postgres = path.join(await packagedBinaries(), 'postgres');
  return {
    platform: `${process.platform}-${process.arch}`,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    node: NODE_VERSION,
    postgres: execFileSync(postgres, ['--version'], {
      encoding: 'utf8',
    }).trim(),
    // Above the number of cores, others were working on it too.
    loadAverageBefore: load(),
  };
}

/** `npm run bench`: one measurement of a real portal, as one JSON document on standard output. */
export async function bench({ small }, [name]) {
  const chosen = BENCHES[name];
  if (!chosen) {
    throw new Problem(
      `There is no benchmark "${name ?? ''}".`,
      `Benchmarks: ${Object.entries(BENCHES)
        .map(([id, { title }]) => `${id} (${title})`)
        .join(', ')}`,
    );
  }
  const startedAt = Date.now();
  const tell = text => {
    const elapsed = Math.round((Date.now() - startedAt) / 1_000);
    process.stderr.write(`[${String(elapsed).padStart(4)} s] ${text}\n`);
  };
  const about = await machine();
  const profile = small ? 'small' : 'full';
  const portal = await startBenchPortal({ name });
  onStopRequest(() => portal.stop());
  try {
    const { run } = await chosen.load();
    const result = await run({ portal, size: chosen.sizes[profile], tell });
    const { limits, ...rest } = result;
    const document = {
      bench: name,
      profile,
      startedAt: new Date(startedAt).toISOString(),
      machine: { ...about, loadAverageAfter: load() },
      ...rest,
      // What a small profile takes says nothing about a full one.
      ...(small ? {} : { compared: compare(result.measured, limits) }),
    };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } catch (error) {
    // The log that the message may name stays where it is.
    await portal.stop({ keep: true });
    throw error;
  }
  await portal.stop();
  process.exit(0);
}
