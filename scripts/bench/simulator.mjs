import { spawn } from 'node:child_process';
import { inHome } from '../lib/paths.mjs';
import { Problem } from '../lib/problem.mjs';

/** `simulator load` as a process of its own; its output is a stream. */
export function startLoad(options) {
  const args = Object.entries(options).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ]);
  const child = spawn(
    process.execPath,
    [
      '--require',
      inHome('node_modules/@backstage/cli/config/nodeTransform.cjs'),
      inHome('packages/simulator/src/cli.ts'),
      'load',
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', text => (errors += text));
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code =>
      code === 0
        ? resolve()
        : reject(new Problem(`The load generator failed.\n${errors}`)),
    );
  });
  return { output: child.stdout, ended };
}

/** Sends at a steady rate; resolves to the report of `simulator load --rate`. */
export async function sendLoad(options) {
  const { output, ended } = startLoad(options);
  let text = '';
  output.setEncoding('utf8').on('data', more => (text += more));
  await ended;
  return JSON.parse(text);
}
