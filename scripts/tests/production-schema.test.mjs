import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { yarn } from '../lib/dependencies.mjs';
import { ensureNode } from '../lib/node.mjs';
import { inHome } from '../lib/paths.mjs';

const BASE = ['app-config.yaml', 'app-config.production.yaml'];
const CHOICES = readdirSync(inHome('config')).map(name => `config/${name}`);

/** Names in `${...}`, with or without a default, outside comments. */
const used = file => {
  const text = readFileSync(inHome(file), 'utf8').replace(/^\s*#.*$/gm, '');
  return [...text.matchAll(/\$\{(\w+)[^}]*\}/g)].map(([, name]) => name);
};

/** A value of the right form for every variable of these files. */
const environment = files =>
  Object.fromEntries(
    files.flatMap(used).map(name => {
      if (/_URL$|_ISSUER$|_REPOSITORY$/.test(name)) {
        return [name, `https://${name.toLowerCase()}.example.com`];
      }
      return [name, name.endsWith('_PORT') ? '5432' : 'value'];
    }),
  );

async function check(files, env) {
  const configs = files.flatMap(file => ['--config', inHome(file)]);
  await yarn(
    await ensureNode(),
    ['backstage-cli', 'config:check', '--strict', ...configs],
    { env },
  );
}

test('production configuration fits its schemas with each way to find entities and to sign in', async t => {
  const catalogs = CHOICES.filter(file => file.includes('/catalog-'));
  const signIns = CHOICES.filter(file => file.includes('/sign-in-'));
  assert.ok(catalogs.length > 0 && signIns.length > 0);
  for (const [index, signIn] of signIns.entries()) {
    const catalog = catalogs[index % catalogs.length];
    await t.test(`${path.basename(catalog)}, ${path.basename(signIn)}`, () =>
      check(
        [...BASE, catalog, signIn],
        environment([...BASE, catalog, signIn]),
      ),
    );
  }
});

test('a variable that is needed and not set does not pass', async () => {
  const { TECHDOCS_BUCKET, ...env } = environment(BASE);
  assert.ok(TECHDOCS_BUCKET);
  await assert.rejects(check(BASE, env), /bucketName/);
});
