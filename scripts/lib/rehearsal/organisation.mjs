import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const SERVICES = ['orders', 'payments', 'shipping', 'stock', 'invoices'];
export const LATE_SERVICE = 'returns';

const group = (name, title) => `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: ${name}, title: ${title} }
spec: { type: team, children: [] }
`;

const user = (name, email, memberOf) => `apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ${name} }
spec: { profile: { displayName: ${name}, email: ${email} }, memberOf: [${memberOf}] }
`;

const service = name => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  description: The ${name} service of the rehearsal
  annotations: { backstage.io/techdocs-ref: dir:. }
spec: { type: service, lifecycle: production, owner: group:default/shop, providesApis: [${name}-api] }
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: ${name}-api }
spec:
  type: openapi
  lifecycle: production
  owner: group:default/shop
  definition: |
    openapi: 3.1.0
    info: { title: ${name}, version: 1.0.0 }
    paths: {}
`;

export const PEOPLE = {
  developer: 'dana@example.com',
  platformEngineer: 'pia@example.com',
};

const ORGANISATION = [
  group('shop', 'Shop'),
  group('developer-platform', 'Developer Platform'),
  user('dana', PEOPLE.developer, 'shop'),
  user('pia', PEOPLE.platformEngineer, 'developer-platform'),
];

const AUTHOR = {
  GIT_AUTHOR_NAME: 'Rehearsal',
  GIT_AUTHOR_EMAIL: 'rehearsal@example.com',
  GIT_COMMITTER_NAME: 'Rehearsal',
  GIT_COMMITTER_EMAIL: 'rehearsal@example.com',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** Commits `catalog-info.yaml` to a bare repository below `root`, which is made if it is not there. */
function commit(root, name, text) {
  const place = path.join(root, `${name}.git`);
  const git = (args, input) =>
    execFileSync('git', [`--git-dir=${place}`, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...AUTHOR },
      input,
    }).trim();
  if (!existsSync(place)) {
    mkdirSync(place, { recursive: true });
    git(['init', '--bare', '--quiet', '--initial-branch=main']);
    git(['config', 'uploadpack.allowFilter', 'true']);
    git(['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  }
  const blob = git(['hash-object', '-w', '--stdin'], text);
  const tree = git(['mktree'], `100644 blob ${blob}\tcatalog-info.yaml\n`);
  const id = git(['commit-tree', tree, '-m', 'feat: describe']);
  git(['update-ref', 'refs/heads/main', id]);
}

/**
 * Makes the repositories of an organisation with two people and a few services, one of which says
 * nothing until `pushLate` is called. `entities` is what the catalog must hold before that.
 */
export function makeOrganisation(root) {
  commit(root, 'acme/organisation', ORGANISATION.join('---\n'));
  for (const name of SERVICES) commit(root, `acme/${name}`, service(name));
  commit(root, `acme/${LATE_SERVICE}`, '# Nothing yet.\n');
  return {
    repositories: [...SERVICES, LATE_SERVICE].map(name => `acme/${name}.git`),
    entities: ORGANISATION.length + 2 * SERVICES.length,
    services: SERVICES,
    pushLate: () => commit(root, `acme/${LATE_SERVICE}`, service(LATE_SERVICE)),
  };
}
