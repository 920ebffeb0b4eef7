import { parseDocuments } from '../domain/parseDocuments';
import { parseBounded } from './parseBounded';
import { parseInWorker } from './parseInWorker';

const MIB = 1024 * 1024;
const limits = { documents: 1_000, characters: MIB };

jest.setTimeout(60_000);

describe('parseBounded', () => {
  it('gives the same for a large file as in this thread', async () => {
    const text = Array.from(
      { length: 900 },
      (_, n) => `kind: A\nmetadata:\n  name: n${n}\n  labels: { a: b }\n`,
    ).join('---\n');
    expect(text.length).toBeGreaterThan(16 * 1024);
    expect(await parseBounded(text, limits)).toEqual(
      parseDocuments(text, limits),
    );
  });

  it('keeps the process responsive while it refuses a MiB that takes too long', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 20);
    try {
      const parsed = await parseInWorker(
        '- !t x\n'.repeat(MIB / 7),
        limits,
        1_000,
      );
      expect(parsed).toEqual({
        status: 'refused',
        code: 'too-complex',
        reason: 'Reading the file takes more than 1 seconds',
      });
      expect(ticks).toBeGreaterThan(5);
    } finally {
      clearInterval(timer);
    }
  });

  it('refuses what takes more memory than it may', async () => {
    const parsed = await parseInWorker(
      `[${'[],'.repeat(MIB)}]`,
      { ...limits, characters: 100 * MIB },
      50_000,
    );
    expect(parsed).toMatchObject({
      status: 'refused',
      code: 'too-complex',
      reason: expect.stringContaining('of memory'),
    });
  });
});
