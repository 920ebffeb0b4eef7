import { createServer } from 'node:net';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { otherPort } from './options.mjs';
import { home } from './paths.mjs';
import { Problem } from './problem.mjs';

const NEEDED_GB = 3;

/** Fails early, with a remedy, where a start would fail late without one. */
export async function checkDisk() {
  const { bavail, bsize } = await statfs(home);
  const freeGb = (bavail * bsize) / 1e9;
  const needed = existsSync(`${home}/node_modules/.waymark-installed`)
    ? 0.5
    : NEEDED_GB;
  if (freeGb < needed) {
    throw new Problem(
      `Only ${freeGb.toFixed(
        1,
      )} GB of disk are free at ${home}; ${needed} GB are needed.`,
      'Free some space, then run the command again.',
    );
  }
}

const listen = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: got } = server.address();
      server.close(() => resolve(got));
    });
  });

export async function checkPort(port) {
  try {
    await listen(port, '127.0.0.1');
  } catch (error) {
    const choose = `choose another port: npm start -- --port ${otherPort(
      port,
    )}`;
    if (error.code === 'EACCES') {
      throw new Problem(
        `--port ${port}: this account may not open ports below 1024.`,
        `Rather ${choose.replace(/\d+$/, '7100')}`,
      );
    }
    throw new Problem(
      `Port ${port} is taken by another program (${error.code}).`,
      `Stop that program, or ${choose}`,
    );
  }
}

/** A free port on the loopback interface. */
export const freePort = () => listen(0, '127.0.0.1');
