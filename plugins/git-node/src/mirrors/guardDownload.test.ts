import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardDownload } from './guardDownload';

describe('guardDownload', () => {
  let gitDir: string;
  let packs: string;

  beforeEach(async () => {
    gitDir = await mkdtemp(join(tmpdir(), 'guard-'));
    packs = join(gitDir, 'objects', 'pack');
    await mkdir(packs, { recursive: true });
    await writeFile(join(packs, 'pack-1.pack'), 'whole');
  });
  afterEach(() => rm(gitDir, { recursive: true, force: true }));

  const untilAborted = (signal: AbortSignal) =>
    new Promise<void>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error('aborted'))),
    );

  it('ends a fetch that receives more than allowed, and removes what came', async () => {
    const fetching = guardDownload({ gitDir, maxBytes: 10 }, async signal => {
      await writeFile(join(packs, 'tmp_pack_x'), 'more than ten bytes');
      await untilAborted(signal);
    });
    await expect(fetching).rejects.toMatchObject({
      failure: 'too-large',
      message: 'git fetch downloads more than 10 bytes',
    });
    await expect(readdir(packs)).resolves.toEqual(['pack-1.pack']);
  });

  it('passes on what the fetch gives, and how the caller ends it', async () => {
    await expect(
      guardDownload({ gitDir, maxBytes: 10 }, async () => 'done'),
    ).resolves.toBe('done');
    await expect(
      guardDownload(
        { gitDir, maxBytes: 10, signal: AbortSignal.timeout(20) },
        untilAborted,
      ),
    ).rejects.toThrow('aborted');
  });
});
