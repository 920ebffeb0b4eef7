import { setImmediate } from 'node:timers/promises';
import { InputError } from '@backstage/errors';
import {
  GitProviderConfig,
  GitRepository,
  GitTreeEntry,
} from '@waymark/git-node';
import { MAX_PATH_BYTES } from '../domain/boundProblem';
import { ProblemDraft, RepositoryReading } from '../domain/types';
import { CatalogFiles } from './CatalogFiles';
import { followLocation } from './followLocation';
import { BeyondBoundError, ReadingBounds } from './ReadingBounds';
import { FileContext, readFile } from './readFile';
import { readInBatches } from './readInBatches';

const MAX_LOCATION_DEPTH = 5;

/** A file to read, and the files that led to it. */
export interface PendingFile {
  entry: GitTreeEntry;
  trail: string[];
}

/**
 * Reads all catalog files of one commit, locations included. What is wrong
 * with a file or a document is part of the answer, never an exception.
 *
 * @throws ServiceUnavailableError when git itself fails
 */
export async function readRepository(options: {
  repository: GitRepository;
  commit: string;
  provider: GitProviderConfig;
  name: string;
  branch: string;
  signal?: AbortSignal;
}): Promise<RepositoryReading> {
  const { provider } = options;
  const reading = emptyReading();
  const files = new CatalogFiles(options);
  const bounds = new ReadingBounds(provider.limits);
  try {
    const selected = await files.select(provider.entityFilename);
    let wave: PendingFile[] = selected.map(entry => ({ entry, trail: [] }));
    while (wave.length > 0) {
      bounds.checkFiles(reading.visited.size + wave.length);
      wave = await readWave(wave, { ...options, files, bounds, reading });
    }
    return reading;
  } catch (error) {
    if (error instanceof InputError) {
      const unreadable: ProblemDraft = {
        path: '',
        code: error instanceof BeyondBoundError ? error.code : 'too-large',
        reason: error.message,
      };
      return { ...emptyReading(), unreadable };
    }
    throw error;
  }
}

export function emptyReading(): RepositoryReading {
  return {
    good: [],
    failed: [],
    failedFiles: [],
    refused: [],
    visited: new Set(),
  };
}

/** Reads files and returns those that their locations lead to. */
async function readWave(
  wave: PendingFile[],
  options: Parameters<typeof readRepository>[0] & {
    files: CatalogFiles;
    bounds: ReadingBounds;
    reading: RepositoryReading;
  },
): Promise<PendingFile[]> {
  const { files, bounds, reading, repository, signal } = options;
  const context: FileContext = options;
  const { fileBytes } = options.provider.limits;
  wave.forEach(({ entry }) => reading.visited.add(entry.path));
  const readable = wave.filter(file => {
    const problem = notAFile(file.entry);
    if (problem) {
      reading.failedFiles.push(problem);
    }
    return !problem;
  });
  const contents = readInBatches(readable, {
    repository,
    maxBytes: fileBytes,
    signal,
  });
  const next: PendingFile[] = [];
  for await (const [pending, blob] of contents) {
    const { path } = pending.entry;
    // Parsing is synchronous: requests get their turn between two files.
    await setImmediate();
    signal?.throwIfAborted();
    if (blob.status !== 'ok') {
      reading.failedFiles.push(
        blob.status === 'missing'
          ? { path, code: 'corrupt', reason: 'The content of the file is lost' }
          : {
              path,
              code: 'too-large',
              reason: `The file is ${blob.size} bytes, the limit is ${fileBytes} bytes`,
            },
      );
      continue;
    }
    bounds.addBytes(blob.content.length);
    const file = await readFile(path, blob.content, context);
    bounds.addDocuments(
      file.good.length +
        file.failed.length +
        file.refused.length +
        file.locations.length,
    );
    reading.good.push(...file.good);
    reading.failed.push(...file.failed);
    reading.refused.push(...file.refused);
    if (file.failedFile) {
      reading.failedFiles.push(file.failedFile);
    }
    for (const location of file.locations) {
      const followed = await followLocation(location, pending, {
        files,
        visited: reading.visited,
        maxDepth: MAX_LOCATION_DEPTH,
      });
      reading.refused.push(...followed.problems);
      next.push(...followed.found);
    }
  }
  return next;
}

function notAFile(entry: GitTreeEntry): ProblemDraft | undefined {
  const { path } = entry;
  const length = Buffer.byteLength(path);
  if (length > MAX_PATH_BYTES) {
    const reason = `The path is ${length} bytes long, the limit is ${MAX_PATH_BYTES}`;
    return { path, code: 'too-large', reason };
  }
  if (path.includes('\uFFFD')) {
    return { path, code: 'not-utf8', reason: 'The path is not valid UTF-8' };
  }
  if (entry.mode === '120000') {
    return { path, code: 'symlink', reason: 'The file is a symbolic link' };
  }
  if (entry.type === 'commit') {
    return { path, code: 'submodule', reason: 'The path is a submodule' };
  }
  return undefined;
}
