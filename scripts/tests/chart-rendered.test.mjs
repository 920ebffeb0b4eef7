import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, test } from 'node:test';
import {
  chartFingerprint,
  HEADER,
  renderArgs,
  renderedFile,
  VARIANTS,
} from '../lib/chart.mjs';
import { inHome } from '../lib/paths.mjs';
import { USER_ID } from '../lib/rehearsal/image.mjs';
import { run } from '../lib/run.mjs';

const require = createRequire(inHome('package.json'));
const { parse, parseAllDocuments } = require('yaml');
const production = parse(
  readFileSync(inHome('app-config.production.yaml'), 'utf8'),
);
const scratch = inHome('.cache', `chart-${process.pid}`);
after(() => rmSync(scratch, { recursive: true, force: true }));

const manifestsIn = text =>
  parseAllDocuments(text)
    .map(document => document.toJS())
    .filter(Boolean);
const rendered = name => readFileSync(renderedFile(name), 'utf8');
const one = (name, kind) =>
  manifestsIn(rendered(name)).find(manifest => manifest.kind === kind);
const withoutHeader = text => text.replace(/^# .*\n/, '');

const hasHelm = await run('helm', ['version']).then(
  () => true,
  () => false,
);

test('the rendered manifests are those of the chart as it is', async t => {
  for (const name of Object.keys(VARIANTS)) {
    assert.equal(
      rendered(name).split('\n')[0],
      `# ${HEADER} ${chartFingerprint()}`,
      'run `node scripts/render-chart.mjs` (needs Helm)',
    );
    if (!hasHelm) {
      t.diagnostic('No Helm on the path: the fingerprint was compared only.');
      continue;
    }
    const text = execFileSync('helm', renderArgs(name), { encoding: 'utf8' });
    assert.equal(text, withoutHeader(rendered(name)));
  }
});

test('they fit the types of Kubernetes, with no key too many', async () => {
  const groups = {
    v1: 'core/v1',
    'apps/v1': 'apps/v1',
    'policy/v1': 'policy/v1',
    'networking.k8s.io/v1': 'networking/v1',
    'autoscaling/v2': 'autoscaling/v2',
  };
  // Not of Kubernetes itself: no types for them here.
  const custom = ['ExternalSecret', 'PodMonitor'];
  const lines = Object.keys(VARIANTS)
    .flatMap(name => manifestsIn(rendered(name)))
    .filter(({ kind }) => !custom.includes(kind))
    .flatMap((manifest, index) => {
      const { apiVersion, kind } = manifest;
      assert.ok(groups[apiVersion], apiVersion);
      return [
        `import type { ${kind} as T${index} } from 'kubernetes-types/${groups[apiVersion]}';`,
        `export const x${index}: T${index} = ${JSON.stringify(manifest)};`,
      ];
    });
  const check = async text => {
    mkdirSync(scratch, { recursive: true });
    writeFileSync(path.join(scratch, 'manifests.ts'), text);
    writeFileSync(
      path.join(scratch, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          noEmit: true,
          strict: true,
          skipLibCheck: true,
          types: [],
        },
      }),
    );
    const compiler = require.resolve('typescript/bin/tsc');
    await run(process.execPath, [compiler, '--project', scratch]);
  };
  const text = lines.join('\n');
  await check(text);
  const misspelt = text.replace('"runAsNonRoot"', '"runAsNonroot"');
  assert.notEqual(misspelt, text);
  await assert.rejects(check(misspelt), /runAsNonroot/);
});

test('a pod may do as little as it needs', () => {
  for (const name of Object.keys(VARIANTS)) {
    const { spec } = one(name, 'Deployment').spec.template;
    assert.equal(spec.automountServiceAccountToken, false);
    assert.deepEqual(spec.securityContext, {
      runAsNonRoot: true,
      runAsUser: USER_ID,
      runAsGroup: USER_ID,
      fsGroup: USER_ID,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    for (const container of spec.containers) {
      const { securityContext, resources, volumeMounts } = container;
      assert.equal(securityContext.readOnlyRootFilesystem, true);
      assert.equal(securityContext.allowPrivilegeEscalation, false);
      assert.deepEqual(securityContext.capabilities, { drop: ['ALL'] });
      assert.ok(resources.requests.memory && resources.limits.memory);
      assert.deepEqual(
        volumeMounts
          .filter(mount => !mount.readOnly)
          .map(({ mountPath }) => mountPath)
          .sort(),
        ['/tmp', '/var/cache/waymark'],
      );
    }
    assert.equal(
      one(name, 'ServiceAccount').automountServiceAccountToken,
      false,
    );
    assert.equal(one(name, 'Secret'), undefined);
  }
});

test('updates lose no request and migrate once', () => {
  const { spec } = one('smallest', 'Deployment');
  assert.deepEqual(spec.strategy.rollingUpdate, {
    maxSurge: 1,
    maxUnavailable: 0,
  });
  const drain =
    production.backend.lifecycle.serverShutdownDelay.seconds +
    production.waymark.shutdown.requestTimeout.seconds;
  const pod = spec.template.spec;
  assert.ok(pod.terminationGracePeriodSeconds > drain + 10);
  const [{ readinessProbe, startupProbe, livenessProbe }] = pod.containers;
  // Balancers notice within the delay.
  assert.ok(
    readinessProbe.periodSeconds * readinessProbe.failureThreshold <=
      production.backend.lifecycle.serverShutdownDelay.seconds,
  );
  assert.ok(startupProbe.periodSeconds * startupProbe.failureThreshold >= 600);
  assert.match(readinessProbe.httpGet.path, /\/readiness$/);
  assert.match(livenessProbe.httpGet.path, /\/liveness$/);
});

test('ports are those of the configuration, and metrics are for nobody by default', () => {
  const [{ ports }] = one('smallest', 'Deployment').spec.template.spec
    .containers;
  assert.equal(ports[0].containerPort, production.backend.listen.port);
  const { ingress } = one('smallest', 'NetworkPolicy').spec;
  assert.deepEqual(
    ingress.flatMap(rule => rule.ports.map(({ port }) => port)),
    ['http'],
  );
  assert.deepEqual(
    one('smallest', 'Service').spec.ports.map(({ targetPort }) => targetPort),
    ['http'],
  );
});
