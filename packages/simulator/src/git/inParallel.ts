/**
 * Runs `work` on every item, at most `limit` at a time. After the first failure
 * or an abort nothing new begins; it throws once everything begun has ended, so
 * that the caller can clean up without anybody still writing.
 */
export async function inParallel<T>(
  items: Iterable<T>,
  options: { limit: number; signal?: AbortSignal },
  work: (item: T) => Promise<void>,
) {
  const { limit, signal } = options;
  const iterator = items[Symbol.iterator]();
  let failed = false;
  const worker = async () => {
    while (!failed) {
      signal?.throwIfAborted();
      const next = iterator.next();
      if (next.done) return;
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: limit }, worker));
  for (const end of ends) {
    if (end.status === 'rejected') throw end.reason;
  }
}
