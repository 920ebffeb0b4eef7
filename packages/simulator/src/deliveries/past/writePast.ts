import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { isoInstant } from '../../domain/time';
import type { CdEvent } from '../events/cdevent';
import type { Happening } from '../model/facts';

/** A file of events of one month, as `deliveries/index.json` lists them. */
export interface Chunk {
  file: string;
  month: string;
  events: number;
}

const monthOf = ({ at }: Happening) => isoInstant(at * 1000).slice(0, 7);

/** Months are small enough to be one request, and large enough to be few. */
function byMonth(happenings: readonly Happening[]) {
  const months = new Map<string, Happening[]>();
  for (const happening of happenings) {
    const month = monthOf(happening);
    const list = months.get(month) ?? [];
    if (list.length === 0) months.set(month, list);
    list.push(happening);
  }
  return [...months].sort(([a], [b]) => (a < b ? 1 : -1));
}

/**
 * Writes the past as gzipped NDJSON, a file a month, the latest month first in
 * the index. Events become text one at a time, as fast as the file takes them.
 */
export async function writePast(
  folder: string,
  happenings: readonly Happening[],
  render: (happening: Happening) => CdEvent | undefined,
): Promise<Chunk[]> {
  await mkdir(folder, { recursive: true });
  const chunks: Chunk[] = [];
  for (const [month, list] of byMonth(happenings)) {
    const chunk = { file: `${month}.ndjson.gz`, month, events: 0 };
    const lines = function* lines() {
      for (const happening of list) {
        const event = render(happening);
        if (!event) continue;
        chunk.events += 1;
        yield `${JSON.stringify(event)}\n`;
      }
    };
    await pipeline(
      Readable.from(lines()),
      createGzip({ level: 6 }),
      createWriteStream(join(folder, chunk.file)),
    );
    if (chunk.events > 0) chunks.push(chunk);
  }
  await writeFile(
    join(folder, 'index.json'),
    `${JSON.stringify(chunks, null, 2)}\n`,
  );
  return chunks;
}
