import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { readDockerfile } from '../lib/dockerfile.mjs';
import { inHome } from '../lib/paths.mjs';

// Of the root package, which is installed before anything is tested.
const yaml = createRequire(inHome('package.json'))('yaml');

const chart = (...names) => inHome('deploy/helm/waymark', ...names);
const text = (...names) => readFileSync(chart(...names), 'utf8');
const values = yaml.parse(text('values.yaml'));
const templates = readdirSync(chart('templates')).map(name => [
  name,
  text('templates', name),
]);
const deployment = text('templates', 'deployment.yaml');
const at = (object, path) =>
  path.split('.').reduce((value, key) => value?.[key], object);

test('every value that a template reads has a default', () => {
  for (const [name, template] of templates) {
    for (const [, path] of template.matchAll(/\.Values\.([\w.]+)/g)) {
      assert.notEqual(at(values, path), undefined, `${name}: .Values.${path}`);
    }
  }
});

test('every default is read by a template', () => {
  const all = templates.map(([, template]) => template).join('\n');
  for (const key of Object.keys(values)) {
    assert.match(all, new RegExp(`\\.Values\\.${key}\\b`), key);
  }
});

test('values of the examples are known to the chart', () => {
  for (const name of readdirSync(chart('ci'))) {
    const example = yaml.parse(text('ci', name));
    for (const key of Object.keys(example)) {
      assert.ok(key in values, `ci/${name}: ${key}`);
    }
  }
});

test('every block of a template is closed', () => {
  for (const [name, template] of templates) {
    const count = pattern => [...template.matchAll(pattern)].length;
    assert.equal(
      count(/\{\{-?\s*(if|with|range|define)\b/g),
      count(/\{\{-?\s*end\b/g),
      name,
    );
  }
});

test('every helper that is included is defined', () => {
  const helpers = text('templates', '_helpers.tpl');
  for (const [name, template] of templates) {
    for (const [, helper] of template.matchAll(/include "([^"]+)"/g)) {
      assert.ok(helpers.includes(`define "${helper}"`), `${name}: ${helper}`);
    }
  }
});

test('pods are restricted as hardening.md promises', () => {
  for (const line of [
    'runAsNonRoot: true',
    'readOnlyRootFilesystem: true',
    'allowPrivilegeEscalation: false',
    'capabilities: { drop: [ALL] }',
    'seccompProfile: { type: RuntimeDefault }',
    'automountServiceAccountToken: false',
  ]) {
    assert.ok(deployment.includes(line), line);
  }
});

test('the chart and the image agree', () => {
  const last = wanted =>
    readDockerfile().findLast(({ name }) => name === wanted).value;
  const [user] = last('USER').split(':');
  assert.ok(deployment.includes(`runAsUser: ${user}`));
  for (const port of last('EXPOSE').split(' ')) {
    assert.ok(deployment.includes(`containerPort: ${port}`), port);
  }
  for (const folder of JSON.parse(last('VOLUME'))) {
    assert.ok(deployment.includes(`mountPath: ${folder} }`), folder);
  }
  assert.deepEqual(
    values.configFiles.flatMap(file => ['--config', file]),
    JSON.parse(last('CMD')),
  );
  values.configFiles.forEach(file => assert.ok(existsSync(inHome(file)), file));
});

test('a pod is given longer to stop than the portal takes', () => {
  const { backend, waymark } = yaml.parse(
    readFileSync(inHome('app-config.production.yaml'), 'utf8'),
  );
  const { seconds: delay } = backend.lifecycle.serverShutdownDelay;
  const { seconds: requests } = waymark.shutdown.requestTimeout;
  assert.ok(values.terminationGracePeriodSeconds > delay + requests);
});
