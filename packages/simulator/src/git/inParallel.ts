/** Runs `work` on every item, at most `limit` at a time; the first failure wins. */
export async function inParallel<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
) {
  const iterator = items[Symbol.iterator]();
  let failed = false;
  const worker = async () => {
    for (
      let next = iterator.next();
      !next.done && !failed;
      next = iterator.next()
    ) {
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
