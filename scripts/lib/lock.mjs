import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { data, inData } from './paths.mjs';
import { Problem } from './problem.mjs';

export const LOCK_NAME = 'portal.lock';
const file = inData(LOCK_NAME);

/**
 * The command line of a running process; empty when there is none. Process ids get reused, so a
 * bare id proves nothing.
 */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // No such process, or no /proc: ask ps.
  }
  try {
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

const holds = pid => commandOf(pid).includes('waymark.mjs');

function readLock() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Missing, or its writer was killed in the middle: nobody holds it.
    return {};
  }
}

/** Takes the data folder for this launcher, or says who has it. A lock left by a killed launcher is taken over. */
export function takeLock(url) {
  mkdirSync(data, { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, url });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => {
        if (readLock().pid === process.pid) rmSync(file, { force: true });
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = readLock();
    if (holder.pid && holder.pid !== process.pid && holds(holder.pid)) {
      throw new Problem(
        `Waymark already runs on ${holder.url} (process ${holder.pid}) with this data folder.`,
        `Open it, or stop it with Ctrl-C in its terminal or: kill ${holder.pid}`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new Problem(
    'Another start is taking the data folder at this moment.',
    'Try again.',
  );
}
