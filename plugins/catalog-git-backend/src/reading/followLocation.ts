import { ProblemDraft } from '../domain/types';
import { CatalogFiles, resolveTarget } from './CatalogFiles';
import type { LocationDocument } from './readFile';
import type { PendingFile } from './readRepository';
import { refuseTarget, refuseWildcards } from './targetGlob';

const MAX_TARGETS = 1_000;

/**
 * Finds the files of the same commit that a location names. Each file is read
 * once; targets outside, missing targets, loops and chains that are too long
 * are problems of the location.
 */
export async function followLocation(
  location: LocationDocument,
  from: PendingFile,
  options: { files: CatalogFiles; visited: Set<string>; maxDepth: number },
): Promise<{ found: PendingFile[]; problems: ProblemDraft[] }> {
  const { path } = from.entry;
  const trail = [...from.trail, path];
  const found: PendingFile[] = [];
  const problems: ProblemDraft[] = [];
  const report = (code: ProblemDraft['code'], reason: string) => {
    const { document, line, entityRef } = location;
    problems.push({ path, document, line, entityRef, code, reason });
  };

  if (location.targets.length > MAX_TARGETS) {
    report(
      'schema',
      `The location has ${location.targets.length} targets, the limit is ${MAX_TARGETS}; split it into several files`,
    );
    return { found, problems };
  }
  for (const target of location.targets) {
    const shown = JSON.stringify(target.slice(0, 200));
    const resolved = resolveTarget(target, path);
    if (resolved === undefined) {
      report('location-outside', `Target ${shown} is outside this repository`);
      continue;
    }
    const refused = refuseTarget(target) ?? refuseWildcards(resolved);
    if (refused) {
      report('schema', `Target ${shown} ${refused}`);
      continue;
    }
    if (trail.length > options.maxDepth) {
      report(
        'schema',
        `Target ${shown} is more than ${options.maxDepth} locations away from the first file`,
      );
      continue;
    }
    const entries = await options.files.match(resolved);
    if (entries.length === 0 && !location.optional) {
      report('schema', `Target ${shown} does not exist in this commit`);
    }
    if (entries.some(entry => trail.includes(entry.path))) {
      report('schema', `Target ${shown} leads back to itself`);
    }
    for (const entry of entries) {
      if (!options.visited.has(entry.path)) {
        options.visited.add(entry.path);
        found.push({ entry, trail });
      }
    }
  }
  return { found, problems };
}
