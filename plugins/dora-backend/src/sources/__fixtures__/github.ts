const SHA = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';
const person = (login: string, type = 'User') => ({
  login,
  id: 21031067,
  node_id: 'MDQ6VXNlcjIxMDMxMDY3',
  avatar_url: `https://avatars.example.com/${login}`,
  html_url: `https://github.com/${login}`,
  type,
  site_admin: false,
});
const repository = {
  id: 186853002,
  name: 'orders',
  full_name: 'acme/orders',
  private: true,
  owner: { login: 'acme', id: 38302899, type: 'Organization' },
  html_url: 'https://github.com/acme/orders',
  default_branch: 'main',
};
const sender = person('octocat');

export const deploymentStatus = (
  state: string,
  createdAt = '2026-05-15T15:25:19Z',
) => ({
  action: 'created',
  deployment_status: {
    id: 245676,
    state,
    creator: person('octocat'),
    description: '',
    environment: 'production',
    target_url: '',
    created_at: createdAt,
    updated_at: createdAt,
    log_url: 'https://github.com/acme/orders/actions/runs/1',
    environment_url: 'https://orders.acme.example',
  },
  deployment: {
    id: 145988746,
    sha: SHA,
    ref: 'main',
    task: 'deploy',
    payload: { release_id: 'r-7', version: '1.4.0' },
    original_environment: 'production',
    environment: 'production',
    production_environment: true,
    transient_environment: false,
    description: null,
    creator: person('octocat'),
    created_at: '2026-05-15T15:20:18Z',
    updated_at: createdAt,
  },
  repository,
  sender,
});

export const workflowRun = {
  action: 'completed',
  workflow_run: {
    id: 30433642,
    name: 'Deploy to production',
    head_branch: 'main',
    head_sha: SHA,
    run_number: 562,
    run_attempt: 2,
    event: 'push',
    status: 'completed',
    conclusion: 'timed_out',
    html_url: 'https://github.com/acme/orders/actions/runs/30433642',
    created_at: '2026-05-15T15:00:00Z',
    run_started_at: '2026-05-15T15:10:00Z',
    updated_at: '2026-05-15T15:20:00Z',
    actor: person('octocat'),
    head_commit: {
      id: SHA,
      message: 'Round totals',
      author: { name: 'Octo Cat', email: 'octo@example.com' },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
    },
  },
  repository,
  sender,
};

export const pullRequest = {
  action: 'closed',
  number: 7,
  pull_request: {
    id: 279147437,
    number: 7,
    state: 'closed',
    draft: false,
    title: 'Revert "Round totals"',
    body: 'Thanks to Octo Cat <octo@example.com>.\n\nReverts acme/orders#5',
    user: person('octocat'),
    html_url: 'https://github.com/acme/orders/pull/7',
    created_at: '2026-05-15T10:00:00Z',
    updated_at: '2026-05-15T15:20:33Z',
    closed_at: '2026-05-15T15:20:33Z',
    merged_at: '2026-05-15T15:20:33Z',
    merge_commit_sha: SHA,
    merged: true,
    merged_by: person('hubot'),
    labels: [{ id: 1, name: 'hotfix', color: 'f00' }],
    head: {
      label: 'octocat:revert-5',
      ref: 'revert-5',
      sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
      user: person('octocat'),
    },
    base: { label: 'acme:main', ref: 'main' },
    commits: 1,
    additions: 3,
    deletions: 1,
    requested_reviewers: [person('hubot')],
  },
  repository,
  sender,
};

export const review = {
  action: 'submitted',
  review: {
    id: 237895671,
    user: person('hubot'),
    body: 'Looks good to me, Octo Cat',
    state: 'approved',
    submitted_at: '2026-05-15T12:00:00Z',
  },
  pull_request: {
    ...pullRequest.pull_request,
    state: 'open',
    merged_at: null,
    closed_at: null,
  },
  repository,
  sender: person('hubot'),
};

const commit = (id: string, timestamp: string, message: string) => ({
  id,
  message,
  timestamp,
  author: { name: 'Octo Cat', email: 'octo@example.com', username: 'octocat' },
  committer: { name: 'GitHub', email: 'noreply@github.com' },
  added: [],
  removed: [],
  modified: ['services/orders/total.ts'],
  distinct: true,
});

export const push = (message: string) => {
  const commits = [
    commit('a'.repeat(40), '2026-05-14T09:00:00+02:00', 'Round totals'),
    commit(SHA, '2026-05-15T17:20:33+02:00', message),
  ];
  return {
    ref: 'refs/heads/main',
    before: 'b'.repeat(40),
    after: SHA,
    created: false,
    deleted: false,
    forced: false,
    commits,
    head_commit: commits[1],
    pusher: { name: 'octocat', email: 'octo@example.com' },
    repository,
    sender,
  };
};

export const issue = (action: string, updatedAt: string) => ({
  action,
  issue: {
    id: 73464126,
    number: 12,
    title: 'Orders are lost',
    body: 'Octo Cat saw it first. Root cause: f95f852bd8fca8',
    state: action === 'closed' ? 'closed' : 'open',
    state_reason: action === 'closed' ? 'completed' : null,
    user: person('octocat'),
    labels: [
      { name: 'incident' },
      { name: 'sev1' },
      { name: 'service: orders' },
    ],
    created_at: '2026-05-15T16:00:00Z',
    updated_at: updatedAt,
    closed_at: action === 'closed' ? updatedAt : null,
    html_url: 'https://github.com/acme/orders/issues/12',
  },
  repository,
  sender,
});

export const ping = {
  zen: 'Keep it logically awesome.',
  hook_id: 1,
  repository,
};
