import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  CommitKind,
  CommitPlan,
  RepositoryPlan,
} from '../repositories/plan';
import { commitStream } from './fastImport';

export interface WrittenCommit {
  commit: string;
  kind: CommitKind;
  /** Username or bot. */
  author: string;
  authoredAt: number;
  committedAt: number;
  /** First line of the message. */
  subject: string;
  tag?: string;
}

export interface WrittenRepository {
  name: string;
  /** Absent for a repository without commits. */
  head?: string;
  commits: WrittenCommit[];
}

const CONFIG =
  '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n';

/** The machine's own Git settings must not change what is written. */
export const GIT_ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  LC_ALL: 'C',
};

/**
 * Writes a bare repository with one `git fast-import`. Commits are pulled from
 * the plan as fast as Git takes them, so a repository never is in memory as a
 * whole. `git init` would be a second process; its five files are written here.
 */
export async function writeRepository(
  root: string,
  plan: RepositoryPlan,
  signal?: AbortSignal,
): Promise<WrittenRepository> {
  const folder = join(root, `${plan.name}.git`);
  await Promise.all([
    mkdir(join(folder, 'objects', 'pack'), { recursive: true }),
    mkdir(join(folder, 'refs', 'heads'), { recursive: true }),
    mkdir(join(folder, 'refs', 'tags'), { recursive: true }),
  ]);
  await Promise.all([
    writeFile(join(folder, 'HEAD'), 'ref: refs/heads/main\n'),
    writeFile(join(folder, 'config'), CONFIG),
    writeFile(join(folder, 'description'), `${plan.name}\n`),
  ]);
  const commits = await importCommits(folder, plan, { isNew: true, signal });
  return { name: plan.name, head: commits.at(-1)?.commit, commits };
}

/**
 * Adds commits to `main` of a repository that has some. They become loose
 * objects: a pack each would be many.
 */
export async function appendCommits(
  folder: string,
  commits: readonly CommitPlan[],
): Promise<WrittenCommit[]> {
  return importCommits(folder, { name: folder, commits }, { isNew: false });
}

const recordOf = ({
  kind,
  author,
  authoredAt,
  committedAt,
  message,
  tag,
}: CommitPlan) => ({
  kind,
  author: author.username,
  authoredAt,
  committedAt,
  subject: message.split('\n', 1)[0],
  ...(tag ? { tag } : {}),
});

/** ':12 <id>' lines, in any order. */
const readMarks = (text: string) =>
  new Map(
    text
      .trim()
      .split('\n')
      .map(line => {
        const [mark, id] = line.slice(1).split(' ');
        return [Number(mark), id] as const;
      }),
  );

async function importCommits(
  folder: string,
  plan: RepositoryPlan,
  { isNew, signal }: { isNew: boolean; signal?: AbortSignal },
) {
  const written: Omit<WrittenCommit, 'commit'>[] = [];
  const marks = join(folder, 'marks');
  const git = spawn(
    'git',
    [
      // A pack even for few objects, and quick rather than small.
      ...(isNew ? ['-c', 'fastimport.unpackLimit=0'] : []),
      '-c',
      'core.compression=1',
      '--git-dir',
      folder,
      'fast-import',
      '--quiet',
      '--date-format=raw',
      `--export-marks=${marks}`,
    ],
    { env: GIT_ENVIRONMENT, signal, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const complaints: Buffer[] = [];
  git.stderr.on('data', chunk => complaints.push(chunk));
  // A failed import closes the pipe; the exit code below tells why.
  git.stdin.on('error', () => undefined);
  // Rejects when Git cannot be started or the signal ends it. It is awaited
  // below, but may reject before that.
  const exit = once(git, 'close');
  exit.catch(() => undefined);

  for (const commit of plan.commits) {
    written.push(recordOf(commit));
    const from =
      !isNew && written.length === 1 ? 'refs/heads/main^0' : undefined;
    if (!git.stdin.write(commitStream(commit, written.length, from))) {
      await Promise.race([once(git.stdin, 'drain'), exit]);
      if (git.exitCode !== null) break;
    }
  }
  git.stdin.end();
  const [code] = await exit;
  if (code !== 0) {
    throw new Error(
      `git fast-import of ${plan.name} failed: ${Buffer.concat(complaints)
        .toString()
        .trim()}`,
    );
  }
  if (written.length === 0) return [];
  const ids = readMarks(await readFile(marks, 'utf8'));
  await rm(marks);
  return written.map(
    (commit, index): WrittenCommit => ({
      commit: ids.get(index + 1) ?? '',
      ...commit,
    }),
  );
}
