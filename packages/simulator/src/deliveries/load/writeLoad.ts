import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { loadEvents } from './loadEvents';
import type { LoadProfile } from './loadProfile';

/** Lines are joined before they are handed on: a stream of single lines is slow. */
const CHUNK_LENGTH = 256 * 1024;

export interface LoadCounts {
  events: number;
  bytes: number;
}

/** Lines in pieces of a size that streams like. */
export function* loadChunks(
  profile: LoadProfile,
  counts: LoadCounts,
): Generator<string> {
  let text = '';
  for (const line of loadEvents(profile)) {
    text += `${line}\n`;
    counts.events += 1;
    if (text.length < CHUNK_LENGTH) continue;
    counts.bytes += text.length;
    yield text;
    text = '';
  }
  counts.bytes += text.length;
  if (text !== '') yield text;
}

/**
 * Streams a load to a file (gzipped where its name ends in `.gz`) or another
 * stream, as fast as that takes it.
 */
export async function writeLoad(
  profile: LoadProfile,
  target: string | Writable,
): Promise<LoadCounts> {
  const counts: LoadCounts = { events: 0, bytes: 0 };
  const lines = Readable.from(loadChunks(profile, counts), {
    objectMode: true,
    highWaterMark: 2,
  });
  if (typeof target !== 'string') {
    await pipeline(lines, target, { end: false });
  } else if (target.endsWith('.gz')) {
    await pipeline(lines, createGzip({ level: 1 }), createWriteStream(target));
  } else {
    await pipeline(lines, createWriteStream(target));
  }
  return counts;
}
