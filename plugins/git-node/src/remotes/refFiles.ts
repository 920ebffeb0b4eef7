import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { isCommitId } from '../command/safety';

const MAX_REF_BYTES = 1_024;
const MAX_PACKED_BYTES = 4 * 1024 * 1024;

/**
 * The branch that the file `HEAD` names; undefined when HEAD is detached, or
 * when the file does not tell (the reftable format keeps a placeholder in it).
 */
export async function headBranch(gitDir: string): Promise<string | undefined> {
  const head = await readRegular(join(gitDir, 'HEAD'), MAX_REF_BYTES);
  const [, branch] = /^ref: refs\/heads\/(\S+)\s*$/.exec(head ?? '') ?? [];
  return branch === '.invalid' ? undefined : branch;
}

/**
 * The commit of a branch, read from the files in which git keeps refs: a
 * process for each of a thousand unchanged repositories would cost most of a
 * scan. Undefined when the files do not tell; then git has to be asked.
 */
export async function branchCommit(
  gitDir: string,
  branch: string,
): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  const loose = await readRegular(join(gitDir, ref), MAX_REF_BYTES);
  if (loose !== undefined) {
    const id = loose.trim();
    return isCommitId(id) ? id : undefined;
  }
  const packed = await readRegular(
    join(gitDir, 'packed-refs'),
    MAX_PACKED_BYTES,
  );
  const at = packed?.indexOf(` ${ref}\n`) ?? -1;
  if (packed === undefined || at === -1) {
    return undefined;
  }
  const id = packed.slice(packed.lastIndexOf('\n', at) + 1, at);
  return isCommitId(id) ? id : undefined;
}

/** Text of a regular file that is not too large; anything else is not opened, or not read. */
async function readRegular(
  path: string,
  maxBytes: number,
): Promise<string | undefined> {
  // Neither waits for the other end of a pipe nor follows a link.
  const flags =
    constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
  const file = await open(path, flags).catch(() => undefined);
  if (!file) {
    return undefined;
  }
  try {
    const found = await file.stat();
    return found.isFile() && found.size <= maxBytes
      ? await file.readFile('utf8')
      : undefined;
  } finally {
    await file.close();
  }
}
