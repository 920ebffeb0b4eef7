import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { pipeline } from 'node:stream/promises';
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

/** Streams a past of that size into the portal, as an organisation that migrates would. */
export async function importLoad({ url, token, ...options }) {
  const { output, ended } = startLoad({ ...options, out: '-' });
  const [reply] = await Promise.all([
    post(new URL('/api/dora/import', url), token, output),
    ended,
  ]);
  return reply;
}

/** Not `fetch`: that gives up on an answer that takes longer than five minutes. */
function post(url, token, body) {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/x-ndjson',
      },
    });
    sent.once('error', reject);
    sent.once('response', response => {
      let text = '';
      response.setEncoding('utf8').on('data', more => (text += more));
      response.once('end', () =>
        response.statusCode === 202
          ? resolve(JSON.parse(text))
          : reject(
              new Problem(`The import was refused: ${text.slice(0, 500)}`),
            ),
      );
    });
    pipeline(body, sent).catch(reject);
  });
}

/** Sends at a steady rate; resolves to the report of `simulator load --rate`. */
export async function sendLoad(options) {
  const { output, ended } = startLoad(options);
  let text = '';
  output.setEncoding('utf8').on('data', more => (text += more));
  await ended;
  return JSON.parse(text);
}
