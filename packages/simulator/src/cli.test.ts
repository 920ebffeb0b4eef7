import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SMALLEST = [
  '--profile',
  'startup',
  '--services',
  '5',
  '--months',
  '1',
  '--until',
  '2026-06-30T16:00:00Z',
];

const PROGRAM = [
  '--require',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
  join(__dirname, 'cli.ts'),
  'generate',
];
// The runner's own options do not concern the program; the transpiler keeps a
// cache in the home folder.
const ENVIRONMENT = { PATH: process.env.PATH, HOME: process.env.HOME };

describe('the command line', () => {
  let folder: string;
  let out: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simulator-cli-'));
    out = join(folder, 'example');
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...PROGRAM, ...args],
      { encoding: 'utf8', env: ENVIRONMENT },
    );
    return { status, stderr, lines: stdout.trim().split('\n') };
  };

  it('generates, reports progress and ends with a summary', async () => {
    const { status, lines } = run('--out', out, ...SMALLEST);
    expect(status).toBe(0);
    expect(lines[0]).toMatch(/^\[\d+\.\d s\] \d+ of 15 repositories$/);
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({
      status: 'generated',
      settings: { profile: 'startup', seed: 1, services: 5, months: 1 },
      summary: { organisation: 'Tinker Labs', repositories: 15 },
    });
    expect((await readdir(out)).sort()).toEqual([
      'deliveries',
      'git',
      'settings.json',
      'truth',
    ]);
    expect(await readdir(folder)).toEqual(['example']);
  }, 30_000);

  it('leaves what is already as asked for, and refuses to mix', async () => {
    run('--out', out, ...SMALLEST);
    const before = (await stat(join(out, 'settings.json'))).mtimeMs;

    const again = run(
      '--out',
      out,
      '--profile',
      'startup',
      '--services',
      '5',
      '--months',
      '1',
    );
    expect(again.status).toBe(0);
    expect(again.lines[0]).toContain('nothing to do');
    expect(JSON.parse(again.lines.at(-1)!).status).toBe('exists');

    const other = run('--out', out, ...SMALLEST, '--seed', '2');
    expect(other.status).toBe(1);
    expect(other.stderr).toContain('--seed is 1 there, 2 was asked for');
    expect(other.stderr).toContain('Remove the folder');
    expect((await stat(join(out, 'settings.json'))).mtimeMs).toBe(before);
  }, 30_000);

  it('does not touch a folder that is not its own', async () => {
    await mkdir(out);
    await writeFile(join(out, 'thesis.txt'), 'draft');
    const { status, stderr } = run('--out', out, ...SMALLEST);
    expect(status).toBe(1);
    expect(stderr).toContain('was not made by the simulator');
    expect(await readdir(out)).toEqual(['thesis.txt']);
  }, 30_000);

  it('clears away what a killed run left behind', async () => {
    // No process has this id: it is above every limit of the kernel.
    await mkdir(`${out}.partial-99999999`);
    expect(run('--out', out, ...SMALLEST).status).toBe(0);
    expect(await readdir(folder)).toEqual(['example']);
  }, 30_000);

  it('leaves nothing behind when it is told to stop', async () => {
    const child = spawn(process.execPath, [...PROGRAM, '--out', out], {
      env: ENVIRONMENT,
    });
    // The first line of progress: it is in the middle of it.
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const [, signal] = await once(child, 'close');
    expect(signal).toBe('SIGTERM');
    expect(await readdir(folder)).toEqual([]);
  }, 30_000);

  it.each([
    [
      ['--profile', 'circus'],
      '--profile must be one of ecommerce, bank, startup',
    ],
    [['--services', '5001'], '--services must be at most 5000'],
    [['--services', 'many'], '--services must be a whole number'],
    [['--months', '0'], '--months must be at least 1'],
    [['--until', 'yesterday'], '--until must be an ISO instant'],
    [['--seed', '1.5'], '--seed must be a whole number'],
  ])(
    'explains what is wrong with %s',
    async (args, message) => {
      const { status, stderr } = run('--out', out, ...args);
      expect(status).toBe(1);
      expect(stderr).toContain(message);
      expect(await readdir(folder)).toEqual([]);
    },
    30_000,
  );
});
