import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { data, inData } from './paths.mjs';
import { Problem } from './problem.mjs';

const file = inData('portal.lock');

/** The command line of a running process; empty when there is none. Process ids get reused, so a bare id proves nothing. */
export function commandOf(pid) {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], {
      encoding: 'utf8',
    });
  } catch {
    return '';
  }
}

/** Takes the data folder for this launcher, or says who has it. A lock left by a killed launcher is taken over. */
export function takeLock(url) {
  mkdirSync(data, { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, url });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let holder = {};
    try {
      holder = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      // Unreadable means that its writer was killed in the middle: nobody holds it.
    }
    if (holder.pid && commandOf(holder.pid).includes('waymark.mjs')) {
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
