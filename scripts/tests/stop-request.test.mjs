import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inHome } from '../lib/paths.mjs';

const module = pathToFileURL(inHome('scripts/lib/stop-request.mjs')).href;
const script = `import { onStopRequest } from ${JSON.stringify(module)};
setInterval(() => {}, 60_000);
onStopRequest(async () => console.log('shut down'));
console.log('up ' + process.pid);`;

/** As npm runs a script: in a shell between the two, which a SIGTERM ends without a word to the script. */
function runInShell(environment) {
  const shell = spawn(
    'sh',
    ['-c', '"$NODE" --input-type=module --eval "$SCRIPT"; true'],
    {
      env: {
        PATH: process.env.PATH,
        NODE: process.execPath,
        SCRIPT: script,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let output = '';
  shell.stdout.setEncoding('utf8').on('data', text => {
    output += text;
  });
  return { shell, output: () => output, ended: once(shell.stdout, 'end') };
}

test('a portal whose npm was ended shuts down in order', async () => {
  const { shell, output, ended } = runInShell({ npm_lifecycle_event: 'start' });
  while (!/up \d+\n/.test(output())) await once(shell.stdout, 'data');
  shell.kill('SIGTERM');
  await ended;
  assert.match(output(), /shut down\n[^]*Nothing is running any more/);
});

test('a launcher that was not started by npm lives on without its shell', async () => {
  const { shell, output, ended } = runInShell({});
  while (!/up \d+\n/.test(output())) await once(shell.stdout, 'data');
  const pid = Number(output().match(/up (\d+)/)[1]);
  shell.kill('SIGTERM');
  await once(shell, 'exit');
  await new Promise(resolve => setTimeout(resolve, 2_500));
  assert.doesNotMatch(output(), /shut down/);
  process.kill(pid, 'SIGTERM');
  await ended;
  assert.match(output(), /shut down/);
});
