import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { home } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

async function* filesBelow(place) {
  const entries = await readdir(place, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(place, entry.name);
    if (entry.isFile()) yield full;
    else if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
      yield* filesBelow(full);
    }
  }
}

/** A hash over the names and contents of files and folders, relative to the checkout. */
export async function fingerprint(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    const files = path.extname(place) ? [place] : filesBelow(place);
    for await (const file of files) {
      hash.update(path.relative(home, file));
      hash.update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** Runs `work` unless `marker` already holds the fingerprint of `places`. Says whether it ran. */
export async function unlessUnchanged(marker, places, work) {
  const wanted = await fingerprint(places);
  const found = await readFile(marker, 'utf8').catch(() => '');
  if (found === wanted) return false;
  await work();
  await writeFile(marker, wanted);
  return true;
}
