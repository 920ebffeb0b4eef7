import { createReadStream } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { CdEvent } from '../events/cdevent';

/**
 * Events that `generate` wrote to a folder: those that are imported, and, with
 * `git`, those that only Git tells.
 */
export async function readPast(
  folder: string,
  { git = false }: { git?: boolean } = {},
): Promise<CdEvent[]> {
  const base = join(folder, 'deliveries');
  const names = (await readdir(base)).filter(name => name.endsWith('.gz'));
  const events: CdEvent[] = [];
  for (const name of names.sort()) {
    const input = createReadStream(join(base, name)).pipe(createGunzip());
    for await (const line of createInterface({ input })) {
      events.push(JSON.parse(line));
    }
  }
  if (!git) return events;
  const text = await readFile(
    join(folder, 'truth', 'git-deliveries.ndjson'),
    'utf8',
  );
  const lines = text.split('\n').filter(line => line !== '');
  return [...events, ...lines.map((line): CdEvent => JSON.parse(line))];
}
