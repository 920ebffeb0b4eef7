const SHA = '279484c09fbe69ededfced8c1bb6e6d24616b468';
const user = {
  id: 1,
  name: 'Ada Lovelace',
  username: 'ada',
  avatar_url: 'https://www.example.com/ada.png',
  email: 'ada@example.com',
};
const project = {
  id: 30,
  name: 'orders',
  web_url: 'https://gitlab.example.com/acme/orders',
  path_with_namespace: 'acme/orders',
  default_branch: 'main',
};

export const deployment = (status: string, at: string) => ({
  object_kind: 'deployment',
  status,
  status_changed_at: at,
  deployment_id: 15,
  deployable_id: 796,
  deployable_url: 'https://gitlab.example.com/acme/orders/-/jobs/796',
  environment: 'prod-eu',
  environment_tier: 'production',
  environment_slug: 'prod-eu',
  environment_external_url: 'https://orders.example.com',
  project,
  short_sha: '279484c0',
  user,
  user_url: 'https://gitlab.example.com/ada',
  commit_url: `https://gitlab.example.com/acme/orders/-/commit/${SHA}`,
  commit_title: 'Round totals',
  ref: 'main',
});

export const mergeRequest = (action: string, at: string) => ({
  object_kind: 'merge_request',
  event_type: 'merge_request',
  user,
  project,
  labels: [{ id: 206, title: 'hotfix', color: '#ffffff' }],
  object_attributes: {
    author_id: 51,
    assignee_ids: [6],
    id: 99,
    iid: 1,
    title: 'Round totals',
    description: 'Written by Ada Lovelace',
    source_branch: 'round-totals',
    target_branch: 'main',
    state: action === 'merge' ? 'merged' : 'opened',
    action,
    draft: false,
    created_at: '2026-05-03 17:23:34 UTC',
    updated_at: at,
    merge_commit_sha: action === 'merge' ? SHA : null,
    last_commit: {
      id: 'da1560886d4f094c3e6c9ef40349f7d38b5d27d7',
      message: 'Round totals',
      timestamp: '2026-05-03T17:20:00+00:00',
      author: { name: 'Ada Lovelace', email: 'ada@example.com' },
    },
    url: 'https://gitlab.example.com/acme/orders/-/merge_requests/1',
  },
  assignees: [user],
  reviewers: [user],
});

export const note = {
  object_kind: 'note',
  event_type: 'note',
  user,
  project,
  object_attributes: {
    id: 1244,
    note: 'Ada, this is fine',
    noteable_type: 'MergeRequest',
    system: false,
    created_at: '2026-05-04 09:00:00 UTC',
    updated_at: '2026-05-04 09:00:00 UTC',
  },
  merge_request: { id: 99, iid: 1, target_branch: 'main' },
};

export const push = (message: string) => ({
  object_kind: 'push',
  event_name: 'push',
  before: 'b'.repeat(40),
  after: SHA,
  ref: 'refs/heads/main',
  checkout_sha: SHA,
  user_id: 4,
  user_name: 'Ada Lovelace',
  user_username: 'ada',
  user_email: 'ada@example.com',
  project,
  commits: [
    {
      id: 'a'.repeat(40),
      message: 'Round totals',
      timestamp: '2026-05-03T10:00:00+02:00',
      author: { name: 'Ada Lovelace', email: 'ada@example.com' },
      added: ['total.ts'],
      modified: [],
      removed: [],
    },
    {
      id: SHA,
      message,
      timestamp: '2026-05-05T12:00:00+02:00',
      author: { name: 'Ada Lovelace', email: 'ada@example.com' },
      added: [],
      modified: ['total.ts'],
      removed: [],
    },
  ],
  total_commits_count: 2,
});

export const pipeline = {
  object_kind: 'pipeline',
  object_attributes: {
    id: 31,
    ref: 'main',
    sha: SHA,
    status: 'failed',
    created_at: '2026-05-05 10:00:00 UTC',
    finished_at: '2026-05-05 10:10:00 UTC',
  },
  user,
  project,
};

export const incident = (action: string, at: string) => ({
  object_kind: 'issue',
  event_type: 'incident',
  user,
  project,
  labels: [{ title: 'service::orders' }],
  object_attributes: {
    id: 301,
    iid: 23,
    title: 'Orders are lost',
    description: `Ada saw it. Caused by ${SHA}`,
    type: 'Incident',
    severity: 'CRITICAL',
    action,
    created_at: '2026-05-05 12:30:00 UTC',
    updated_at: at,
    closed_at: action === 'close' ? at : null,
    url: 'https://gitlab.example.com/acme/orders/-/issues/incident/23',
  },
});
