import { GitConfigEntry } from '../command/environment';
import { runGit } from '../command/runGit';
import { assertRef, isCommitId } from '../command/safety';
import { GitHead } from '../types';
import { GitRemote } from './parseRemote';
import { branchCommit, headBranch } from './refFiles';

const HEAD_TIMEOUT_MS = 30_000;
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Where a branch of a repository on disk points; a process only where the files of its refs do not tell. */
export async function readLocalHead(options: {
  gitDir: string;
  branch?: string;
  timeoutMs?: number;
  signal?: AbortSignal;
}): Promise<GitHead> {
  const { gitDir, timeoutMs = HEAD_TIMEOUT_MS, signal } = options;
  const branch =
    options.branch ?? (await localHeadBranch(gitDir, timeoutMs, signal));
  const ref = branch === 'HEAD' ? 'HEAD' : `refs/heads/${assertRef(branch)}`;
  const known =
    branch === 'HEAD' ? undefined : await branchCommit(gitDir, branch);
  if (known) {
    return { branch, commit: known };
  }
  const { stdout } = await runGit({
    gitDir,
    args: [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${ref}^{commit}`,
    ],
    expectedExitCodes: [1],
    timeoutMs,
    signal,
  });
  return { branch, commit: commitOrNothing(stdout.toString('utf8')) };
}

/** Where a branch of a remote points; one `ls-remote`. */
export async function readRemoteHead(options: {
  remote: Exclude<GitRemote, { kind: 'local' }>;
  branch?: string;
  config: GitConfigEntry[];
  timeoutMs?: number;
  signal?: AbortSignal;
}): Promise<GitHead> {
  const {
    remote,
    branch,
    config,
    timeoutMs = HEAD_TIMEOUT_MS,
    signal,
  } = options;
  const ref = branch ? `refs/heads/${assertRef(branch)}` : 'HEAD';
  const { stdout } = await runGit({
    args: ['ls-remote', '--symref', '--', remote.url, ref],
    config,
    allowHttp: remote.kind === 'http' && remote.plain,
    timeoutMs,
    maxOutputBytes: MAX_ANSWER_BYTES,
    signal,
  });
  return parseLsRemote(stdout.toString('utf8'), ref, branch);
}

/** Reads the answer of `git ls-remote --symref <url> <ref>`. */
export function parseLsRemote(
  output: string,
  ref: string,
  branch: string | undefined,
): GitHead {
  let target = branch;
  let commit: string | undefined;
  for (const line of output.split('\n')) {
    const [value, name] = line.split('\t');
    if (name === ref && value.startsWith('ref: refs/heads/')) {
      target ??= value.slice('ref: refs/heads/'.length);
    } else if (name === ref) {
      commit = commitOrNothing(value);
    }
  }
  return { branch: target ? assertRef(target) : 'HEAD', commit };
}

async function localHeadBranch(
  gitDir: string,
  timeoutMs: number,
  signal?: AbortSignal,
) {
  const named = await headBranch(gitDir);
  if (named) {
    return named;
  }
  const { stdout } = await runGit({
    gitDir,
    args: ['symbolic-ref', '--quiet', '--short', 'HEAD'],
    expectedExitCodes: [1],
    timeoutMs,
    signal,
  });
  return stdout.toString('utf8').trim() || 'HEAD';
}

function commitOrNothing(text: string): string | undefined {
  const id = text.trim();
  return isCommitId(id) ? id : undefined;
}
