import type { Check } from './check';
import { parseYaml } from './documents';

const EVERYWHERE = [
  '.dockerignore',
  '.editorconfig',
  '.gitignore',
  'README.md',
  'deploy/argocd/applications.yaml',
  'docs/architecture.md',
  'docs/index.md',
  'docs/runbook.md',
  'infra/terraform/main.tf',
  'mkdocs.yml',
  'monitoring/dashboard.json',
  'monitoring/rules.test.yaml',
  'monitoring/rules.yaml',
  'monitoring/slo.yaml',
];
const BY_RUNTIME: Record<string, string[]> = {
  node: ['package.json', 'package-lock.json'],
  python: ['pyproject.toml', 'requirements.lock', 'Makefile'],
};

/** All six parts of a golden path are there. */
export const repositoryIsWhole: Check = ({ tree, values: [values] }) => {
  const wanted = [
    ...EVERYWHERE,
    ...(BY_RUNTIME[String(values.runtime)] ?? []),
    `docs/adr/${values.adr}.md`,
    ...(values.needsPostgres ? ['infra/crossplane/database.yaml'] : []),
  ];
  return wanted
    .filter(file => !tree.has(file))
    .map(file => `${file}: is missing`);
};

interface Navigation {
  nav?: Record<string, string | Record<string, string>[]>[];
}

/** Every page of the documentation that the navigation names is there. */
export const documentationIsWhole: Check = ({ tree }) => {
  const [mkdocs] = parseYaml(tree.get('mkdocs.yml') ?? '').documents;
  const pages = ((mkdocs as Navigation)?.nav ?? [])
    .flatMap(entry => Object.values(entry))
    .flatMap(page =>
      typeof page === 'string' ? [page] : page.flatMap(Object.values),
    );
  return pages
    .filter(page => !tree.has(`docs/${page}`))
    .map(page => `mkdocs.yml: docs/${page} is missing`);
};

/** What is installed is what package.json says. */
export const lockFits: Check = ({ tree }) => {
  const manifest = JSON.parse(tree.get('package.json') ?? '{}');
  const lock = JSON.parse(tree.get('package-lock.json') ?? 'null');
  if (!lock) return [];
  const root = lock.packages?.[''] ?? {};
  return ['dependencies', 'devDependencies', 'engines']
    .filter(key => JSON.stringify(manifest[key]) !== JSON.stringify(root[key]))
    .map(key => `package-lock.json: ${key} differ from those of package.json`)
    .concat(
      [lock.name, root.name]
        .filter(name => name !== manifest.name)
        .map(name => `package-lock.json: is of ${name}`),
    );
};

const SECRETS: [string, RegExp][] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['an AWS key', /\bAKIA[0-9A-Z]{16}\b/],
  ['a GitHub token', /\bgh[pousr]_\w{36}/],
  ['a GitLab token', /\bglpat-[\w-]{20}/],
];

/** No secret is in the tree. */
export const noSecrets: Check = ({ tree }) =>
  [...tree].flatMap(([file, content]) =>
    SECRETS.filter(([, pattern]) => pattern.test(content)).map(
      ([what]) => `${file}: has ${what}`,
    ),
  );
