import type {
  Problem,
  Repository,
  Source,
  Summary,
} from '@waymark/plugin-catalog-git-common';

export const exampleRepository: Repository = {
  provider: 'example',
  name: 'acme/orders',
  status: 'failing',
  branch: 'main',
  commit: '3f2a9c1d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b',
  entities: 3,
  problems: 1,
  lastScannedAt: '2026-03-02T07:40:12Z',
  lastChangedAt: '2026-03-01T17:00:00Z',
  lastError: null,
  failures: 0,
  retryAt: null,
  url: 'http://localhost/git/acme/orders/tree/main',
};

export const exampleProblem: Problem = {
  provider: 'example',
  repository: 'acme/orders',
  path: 'catalog-info.yaml',
  line: 14,
  column: 3,
  document: 1,
  entityRef: 'component:default/orders-worker',
  code: 'schema',
  reason: 'spec.lifecycle is missing.',
  remedy: 'Add spec.lifecycle.',
  since: '2026-03-01T09:12:00Z',
  lastGoodCommit: 'aa11bb22cc33dd44',
  url: 'http://localhost/git/acme/orders/blob/main/catalog-info.yaml',
  owners: ['group:default/ordering'],
};

export const exampleSummary: Summary = {
  repositories: 4,
  repositoriesByStatus: {
    ok: 2,
    failing: 1,
    unreachable: 1,
    unauthorized: 0,
    pending: 0,
  },
  entities: 15,
  problems: 1,
  problemsByCode: [{ code: 'schema', count: 1 }],
  providers: [
    {
      id: 'example',
      lastScan: {
        startedAt: '2026-03-02T07:40:00Z',
        finishedAt: '2026-03-02T07:40:12Z',
        durationMs: 12_000,
        state: 'finished',
        total: 4,
        changed: 1,
        unchanged: 2,
        failed: 1,
        error: null,
      },
    },
    { id: 'portal', lastScan: null },
  ],
};

const place = {
  repository: 'acme/orders',
  provider: 'example',
  ref: 'main',
  commit: '3f2a9c1d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b',
};

export const exampleFolder: Source = {
  kind: 'directory',
  ...place,
  path: '',
  entries: [
    { name: 'README.md', path: 'README.md', type: 'file', size: 412 },
    { name: 'logo.png', path: 'logo.png', type: 'file', size: 81_234 },
    { name: 'docs', path: 'docs', type: 'directory', size: null },
  ],
};

export const exampleReadme: Source = {
  kind: 'file',
  ...place,
  path: 'README.md',
  size: 412,
  text: '# Orders\n\nSee the [runbook](docs/runbook.md).\n',
  reason: null,
};

export const exampleImage: Source = {
  kind: 'file',
  ...place,
  path: 'logo.png',
  size: 81_234,
  text: null,
  reason: 'binary',
};

export const exampleDescriptor: Source = {
  kind: 'file',
  ...place,
  path: 'catalog-info.yaml',
  size: 60,
  text: 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: orders\n',
  reason: null,
};
