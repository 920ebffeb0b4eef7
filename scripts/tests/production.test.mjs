import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { imageCommand, readDockerfile } from '../lib/dockerfile.mjs';
import { NODE_VERSION } from '../lib/node.mjs';
import { inHome } from '../lib/paths.mjs';

const read = file => readFileSync(inHome(file), 'utf8');
const values = name =>
  readDockerfile()
    .filter(one => one.name === name)
    .map(one => one.value);
/** Variables that configuration refers to outside comments, also those with a default. */
const variablesOf = file => {
  const text = read(file).replace(/^\s*#.*$/gm, '');
  return [...text.matchAll(/\$\{(\w+)(?::-[^}]*)?\}/g)].map(([, name]) => name);
};
const PRODUCTION = [
  'app-config.yaml',
  'app-config.production.yaml',
  ...readdirSync(inHome('config')).map(name => `config/${name}`),
];
/** Names in the tables of the section "Environment". */
const documented = () => {
  const [, section] = read('docs/operations/configuration.md').split(
    '\n## Environment\n',
  );
  return [...section.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);
};
/** Read by code and not by configuration. */
const READ_ELSEWHERE = {
  WAYMARK_METRICS_HOST: 'packages/backend/instrumentation.js',
  WAYMARK_METRICS_PORT: 'packages/backend/instrumentation.js',
  WAYMARK_PORT: 'deploy/healthcheck.mjs',
  WAYMARK_DATA: 'scripts/lib/paths.mjs',
  WAYMARK_ADMIN_TOKEN: 'scripts/lib/local-config.mjs',
  WAYMARK_TECHDOCS_DIRECTORY: 'scripts/lib/local-config.mjs',
};

test('every variable of production configuration is documented', () => {
  const known = new Set(documented());
  for (const file of PRODUCTION) {
    for (const name of variablesOf(file)) {
      assert.ok(
        known.has(name),
        `${file} uses ${name}; add it to docs/operations/configuration.md`,
      );
    }
  }
});

test('every documented variable is used', () => {
  const used = new Set(PRODUCTION.flatMap(variablesOf));
  const names = documented();
  assert.ok(names.length > 20, 'the tables of variables are read');
  for (const name of names) {
    if (name === 'NODE_EXTRA_CA_CERTS') continue; // read by Node
    const elsewhere = READ_ELSEWHERE[name];
    assert.ok(
      used.has(name) || (elsewhere && read(elsewhere).includes(name)),
      `nothing uses ${name}; remove it from docs/operations/configuration.md`,
    );
  }
});

test('the image runs the Node of the launcher, pinned, and not as root', () => {
  const [argument] = values('ARG');
  assert.equal(argument, `NODE_IMAGE=node:${NODE_VERSION}-bookworm-slim`);
  for (const from of values('FROM')) {
    assert.match(from, /^\$\{NODE_IMAGE\}( AS \w+)?$/);
  }
  const last = readDockerfile().findLast(({ name }) => name === 'USER');
  const { stage } = readDockerfile().at(-1);
  assert.equal(last.stage, stage, 'USER is set in the stage that runs');
  assert.match(last.value, /^[1-9]\d*:[1-9]\d*$/);
});

test('what the Dockerfile copies and runs is there', () => {
  for (const { name, value } of readDockerfile()) {
    if (name === 'COPY') {
      const parts = value.split(' ').filter(part => !part.startsWith('--'));
      if (value.includes('--from=')) continue;
      for (const source of parts.slice(0, -1)) {
        assert.ok(existsSync(inHome(source)), `COPY ${source}`);
      }
    }
    if (name === 'RUN') {
      for (const [script] of value.matchAll(/\bdeploy\/\S+\.sh\b/g)) {
        assert.ok(statSync(inHome(script)).mode & 0o100, `${script} may run`);
      }
    }
  }
});

test('the command of the image names files that assemble.sh lays out', () => {
  const command = imageCommand();
  const assemble = read('deploy/assemble.sh');
  const configs = command.filter((_, at) => command[at - 1] === '--config');
  assert.equal(command[0], 'node');
  assert.deepEqual(configs.slice(0, 2), PRODUCTION.slice(0, 2));
  for (const file of configs) {
    assert.ok(existsSync(inHome(file)), file);
    const copied = file.includes('/') ? path.dirname(file) : file;
    const words = assemble
      .split('\n')
      .filter(line => line.startsWith('cp '))
      .flatMap(line => line.split(' '));
    assert.ok(words.includes(copied), `assemble.sh does not copy ${copied}`);
  }
});

test('the build of the image does not take this machine along', () => {
  const ignored = read('.dockerignore').split('\n');
  for (const name of ['.git', '.data', '.tools', '**/node_modules']) {
    assert.ok(ignored.includes(name), `.dockerignore lacks ${name}`);
  }
});
