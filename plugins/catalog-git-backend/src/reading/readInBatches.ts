import { GitBlob, GitRepository, GitTreeEntry } from '@waymark/git-node';

const BATCH_BYTES = 4 * 1024 * 1024;

/**
 * Contents of files, a few MiB at a time. Sizes are unknown in a mirror; there
 * every file may be as large as allowed.
 */
export async function* readInBatches<T extends { entry: GitTreeEntry }>(
  files: T[],
  options: {
    repository: GitRepository;
    maxBytes: number;
    signal?: AbortSignal;
  },
): AsyncGenerator<[T, GitBlob]> {
  const { repository, maxBytes, signal } = options;
  let prefetch = files.map(file => file.entry.id);
  for (const batch of batchesOf(files, maxBytes)) {
    const blobs = await repository.readBlobs({
      ids: batch.map(file => file.entry.id),
      maxBytes,
      prefetch,
      signal,
    });
    prefetch = [];
    for (const [index, blob] of blobs.entries()) {
      yield [batch[index], blob];
    }
  }
}

function* batchesOf<T extends { entry: GitTreeEntry }>(
  files: T[],
  maxBytes: number,
): Generator<T[]> {
  let batch: T[] = [];
  let bytes = 0;
  for (const file of files) {
    // Larger ones are not held, so they cost no more than the limit.
    const size = Math.min(file.entry.size ?? maxBytes, maxBytes);
    if (batch.length > 0 && bytes + size > BATCH_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += size;
  }
  if (batch.length > 0) {
    yield batch;
  }
}
