import { problemsOf, type Rendered } from '.';
import { catalogTakesIt } from './catalog';
import type { Check } from './check';
import {
  kustomizationsAreWhole,
  nothingIsForgotten,
  podsAreSafe,
} from './deployment';
import { documentsParse, nothingIsEmpty } from './documents';
import { imageIsSafe } from './image';
import { pipelinesArePinned, pipelinesAreWhole } from './pipelines';
import {
  documentationIsWhole,
  lockFits,
  noSecrets,
  repositoryIsWhole,
} from './repository';
import { nothingIsLeft, valuesAreComplete } from './substitutions';

function rendered(
  tree: Record<string, string>,
  more: Partial<Rendered> = {},
): Rendered {
  return {
    tree: new Map(Object.entries(tree)),
    sources: new Map(),
    values: [{ name: 'shop', workload: 'service', runtime: 'node', adr: '1' }],
    cell: {
      name: 'usual',
      environment: {},
      parameters: {
        name: 'shop',
        description: 'Sells: things',
        owner: 'group:default/sales',
        repoUrl: 'git.example.com?owner=a&repo=shop',
      },
    },
    ...more,
  };
}

const deployment = `
kind: Deployment
spec:
  template:
    spec:
      automountServiceAccountToken: false
      securityContext: { runAsUser: 1, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: shop
          livenessProbe: { httpGet: { path: /healthz } }
          readinessProbe: { httpGet: { path: /readyz } }
          startupProbe: { httpGet: { path: /healthz } }
          resources: { requests: { cpu: 1, memory: 1Gi }, limits: { cpu: 1 } }
          securityContext:
            readOnlyRootFilesystem: true
            allowPrivilegeEscalation: false
            capabilities: { drop: [ALL] }
`;

/** Each check with something that is wrong, and what it says of it. */
const DEFECTS: [string, Check, Rendered, string][] = [
  [
    'broken YAML',
    documentsParse,
    rendered({ 'a.yaml': 'a: [' }),
    'a.yaml: Flow sequence in block collection',
  ],
  [
    'the same key twice',
    documentsParse,
    rendered({ 'a.yaml': 'a: 1\na: 2' }),
    'a.yaml: Map keys must be unique',
  ],
  [
    'broken JSON',
    documentsParse,
    rendered({ 'a.json': '{' }),
    'a.json: SyntaxError',
  ],
  ['an empty file', documentsParse, rendered({ a: '\n' }), 'a: is empty'],
  [
    'a field without a value',
    nothingIsEmpty,
    rendered({ 'deploy/a.yaml': 'metadata:\n  name:' }),
    'deploy/a.yaml[0].metadata.name has no value',
  ],
  [
    'a tag',
    nothingIsLeft,
    rendered({ 'a.md': '{% if %}' }),
    'a.md: a tag that was not rendered is left',
  ],
  [
    'an object where a text belongs',
    nothingIsLeft,
    rendered({ 'a.md': 'for [object Object]' }),
    'a.md: an object where a text belongs is left',
  ],
  [
    'a value that nobody passes',
    valuesAreComplete,
    rendered({}, { sources: new Map([['a.njk', '${{ values.colour }}']]) }),
    'values.colour is used and not passed by step 1',
  ],
  [
    'an expression that could not be evaluated',
    valuesAreComplete,
    rendered({}, { values: [{ name: '${{ nothing | unknown }}' }] }),
    'values of step 1.name: the scaffolder could not evaluate',
  ],
  [
    'a value that is empty',
    valuesAreComplete,
    rendered({}, { values: [{ name: '' }] }),
    'values.name is empty',
  ],
  [
    'a resource that is not there',
    kustomizationsAreWhole,
    rendered({ 'deploy/base/kustomization.yaml': 'resources: [role.yaml]' }),
    'deploy/base/kustomization.yaml: role.yaml is missing',
  ],
  [
    'a pod that may be root, without a limit of memory',
    podsAreSafe,
    rendered({ 'deploy/base/deployment.yaml': deployment }),
    'deploy/base/deployment.yaml: shop lacks runAsNonRoot',
  ],
  [
    'a pod without a limit of memory',
    podsAreSafe,
    rendered({ 'deploy/base/deployment.yaml': deployment }),
    'deploy/base/deployment.yaml: shop lacks a limit of memory',
  ],
  [
    'a service without a network policy',
    nothingIsForgotten,
    rendered({ 'deploy/base/deployment.yaml': deployment }),
    'deploy/base: there is no NetworkPolicy',
  ],
  [
    'jobs that overlap',
    nothingIsForgotten,
    rendered({
      'deploy/base/a.yaml': 'kind: CronJob\nspec: { concurrencyPolicy: Allow }',
    }),
    'deploy/base/a.yaml: runs may overlap',
  ],
  [
    'a pipeline that scans nothing',
    pipelinesAreWhole,
    rendered({ '.gitlab-ci.yml': 'a: { script: [npm run lint] }' }),
    'GitLab CI: lacks an image scan',
  ],
  [
    'an action that moves',
    pipelinesArePinned,
    rendered({ '.github/workflows/ci.yml': '- uses: actions/checkout@v4' }),
    '.github/workflows/ci.yml: actions/checkout@v4 is not pinned',
  ],
  [
    'a workflow with the rights of everybody',
    pipelinesArePinned,
    rendered({ '.github/workflows/ci.yml': 'on: push' }),
    '.github/workflows/ci.yml: says no permissions',
  ],
  [
    'an image from anywhere',
    imageIsSafe,
    rendered({ Dockerfile: 'FROM node:latest\nUSER 1\n' }),
    'Dockerfile: node:latest is not among the approved images',
  ],
  [
    'an image that runs as root',
    imageIsSafe,
    rendered({ Dockerfile: 'FROM node:24.1.0-bookworm-slim\n' }),
    'Dockerfile: ends without a numeric USER',
  ],
  [
    'a repository without a runbook',
    repositoryIsWhole,
    rendered({}),
    'docs/runbook.md: is missing',
  ],
  [
    'a page that is not there',
    documentationIsWhole,
    rendered({ 'mkdocs.yml': 'nav: [{ A: [{ B: adr/1.md }] }]' }),
    'mkdocs.yml: docs/adr/1.md is missing',
  ],
  [
    'a lock file of other dependencies',
    lockFits,
    rendered({
      'package.json': '{"name": "shop", "dependencies": {"pg": "8"}}',
      'package-lock.json':
        '{"name": "shop", "packages": {"": {"name": "shop"}}}',
    }),
    'package-lock.json: dependencies differ',
  ],
  [
    'a private key',
    noSecrets,
    // In two parts, so that it is none here.
    rendered({ 'key.txt': `-----BEGIN ${'PRIVATE KEY-----'}` }),
    'key.txt: has a private key',
  ],
];

describe('checks', () => {
  it.each(DEFECTS)('find %s', (_, check, broken, problem) => {
    expect(check(broken)).toEqual(
      expect.arrayContaining([expect.stringContaining(problem)]),
    );
  });

  it('find an entry that the catalog does not take', async () => {
    const content = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: shop, description: Sells }
spec: { type: service, owner: group:default/sales }`;

    const problems = await catalogTakesIt(
      rendered({ 'catalog-info.yaml': content }),
    );

    expect(problems.join('\n')).toContain("required property 'lifecycle'");
    expect(problems.join('\n')).toContain(
      'metadata.description is Sells, not Sells: things',
    );
  });

  it('find an API whose definition is not there', async () => {
    const content = `
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: shop }
spec:
  type: openapi
  lifecycle: production
  owner: group:default/sales
  definition: { $text: ./openapi.yaml }`;
    const wanting = { 'catalog-info.yaml': content };
    const whole = { ...wanting, 'openapi.yaml': 'openapi: 3.1.0' };
    const complaint = 'definition must be string';

    expect(String(await catalogTakesIt(rendered(wanting)))).toContain(
      complaint,
    );
    expect(String(await catalogTakesIt(rendered(whole)))).not.toContain(
      complaint,
    );
  });

  it('say first what cannot be read', async () => {
    expect(await problemsOf(rendered({ 'a.yaml': 'a: [' }))).toHaveLength(1);
  });
});
