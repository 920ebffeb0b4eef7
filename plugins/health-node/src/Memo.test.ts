import { createDeferred } from '@backstage/types';
import { Memo } from './Memo';

describe('Memo', () => {
  it('asks once for callers who come together', async () => {
    const answer = createDeferred<string>();
    const load = jest.fn(() => answer);
    const memo = new Memo({ load, ttlMs: 10 });

    const calls = [memo.get(), memo.get()];
    answer.resolve('a');
    await expect(Promise.all(calls)).resolves.toEqual(['a', 'a']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('keeps an answer from when it came, not from when it was asked for', async () => {
    let now = 0;
    let count = 0;
    const memo = new Memo({
      load: async () => {
        now += 100;
        count += 1;
        return count;
      },
      ttlMs: 10,
      now: () => now,
    });

    await expect(memo.get()).resolves.toBe(1);
    now = 109;
    await expect(memo.get()).resolves.toBe(1);
    now = 110;
    await expect(memo.get()).resolves.toBe(2);
  });

  it('asks again after a failure has aged', async () => {
    let now = 0;
    const load = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(new Error('no'))
      .mockResolvedValueOnce('yes');
    const memo = new Memo({ load, ttlMs: 10, now: () => now });

    await expect(memo.get()).rejects.toThrow('no');
    await expect(memo.get()).rejects.toThrow('no');
    now = 10;
    await expect(memo.get()).resolves.toBe('yes');
  });
});
