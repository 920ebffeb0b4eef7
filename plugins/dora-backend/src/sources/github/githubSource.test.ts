import {
  deploymentStatus,
  issue,
  ping,
  pullRequest,
  push,
  review,
  workflowRun,
} from '../__fixtures__/github';
import {
  eventsOf,
  observationsOf,
  refusalsOf,
  requestOf,
} from '../__testUtils__/requests';
import { githubSource } from './githubSource';

const SHA = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';

describe('deployment_status', () => {
  it('ends a deployment', () => {
    expect(observationsOf(githubSource, deploymentStatus('success'))).toEqual([
      {
        kind: 'deployment',
        key: 'acme/orders/deployments/145988746',
        at: new Date('2026-05-15T15:25:19Z'),
        service: 'acme/orders',
        environment: 'production',
        tierHint: 'production',
        startedAt: new Date('2026-05-15T15:20:18Z'),
        finishedAt: new Date('2026-05-15T15:25:19Z'),
        result: 'success',
        commitSha: SHA,
        version: '1.4.0',
        releaseId: 'r-7',
        url: 'https://github.com/acme/orders/actions/runs/1',
      },
    ]);
  });

  it.each([
    ['failure', 'failure'],
    ['error', 'failure'],
    ['inactive', undefined],
    ['in_progress', undefined],
    ['queued', undefined],
    ['constructor', undefined],
  ])('%s means %s', (state, result) => {
    const [observation] = observationsOf(githubSource, deploymentStatus(state));
    expect(observation).toMatchObject({ kind: 'deployment' });
    expect('result' in observation ? observation.result : undefined).toBe(
      result,
    );
  });

  it('may carry its payload as text, and say that it is a rollback', () => {
    const event = deploymentStatus('success');
    const [observation] = observationsOf(githubSource, {
      ...event,
      deployment: {
        ...event.deployment,
        task: 'rollback',
        payload: '{"service":"component:default/orders"}',
      },
    });
    expect(observation).toMatchObject({
      service: 'component:default/orders',
      reportedKind: 'rollback',
    });
  });
});

describe('workflow_run', () => {
  it('is a deployment to an environment that nobody has mapped', () => {
    expect(observationsOf(githubSource, workflowRun)).toMatchObject([
      {
        key: 'acme/orders/runs/30433642/2',
        environment: 'Deploy to production',
        result: 'failure',
        startedAt: new Date('2026-05-15T15:10:00Z'),
        finishedAt: new Date('2026-05-15T15:20:00Z'),
      },
    ]);
    expect(observationsOf(githubSource, workflowRun)[0]).not.toHaveProperty(
      'tierHint',
    );
  });

  it.each([{ name: 'CI' }, { conclusion: 'skipped' }, { conclusion: null }])(
    'says nothing with %j',
    fields => {
      expect(
        observationsOf(githubSource, {
          ...workflowRun,
          workflow_run: { ...workflowRun.workflow_run, ...fields },
        }),
      ).toEqual([]);
    },
  );
});

describe('pull_request', () => {
  it('that is merged is a change', () => {
    expect(observationsOf(githubSource, pullRequest)).toEqual([
      {
        kind: 'change',
        key: 'acme/orders/pull/7',
        at: new Date('2026-05-15T15:20:33Z'),
        repository: 'acme/orders',
        state: 'merged',
        title: 'Revert "Round totals"',
        openedAt: new Date('2026-05-15T10:00:00Z'),
        mergedAt: new Date('2026-05-15T15:20:33Z'),
        mergeCommitSha: SHA,
        additions: 3,
        deletions: 1,
        isBot: false,
        labels: ['hotfix'],
        branch: 'revert-5',
        revertOf: 'acme/orders/pull/5',
        url: 'https://github.com/acme/orders/pull/7',
      },
    ]);
  });

  const varied = (fields: object) =>
    observationsOf(githubSource, {
      ...pullRequest,
      pull_request: { ...pullRequest.pull_request, ...fields },
    });

  it('that is closed without a merge is given up', () => {
    const [observation] = varied({ merged_at: null });
    expect(observation).toMatchObject({ state: 'abandoned' });
    expect(observation).not.toHaveProperty('mergedAt');
    expect(observation).not.toHaveProperty('mergeCommitSha');
  });

  it('of a bot is one', () => {
    expect(
      varied({ user: { login: 'dependabot[bot]', type: 'Bot' } }),
    ).toMatchObject([{ isBot: true }]);
  });

  it('into another branch is not there yet', () => {
    expect(varied({ base: { ref: 'release/1' } })).toEqual([]);
  });
});

describe('pull_request_review', () => {
  it('is the review and approval of another person', () => {
    expect(observationsOf(githubSource, review)).toMatchObject([
      {
        key: 'acme/orders/pull/7',
        state: 'approved',
        firstReviewAt: new Date('2026-05-15T12:00:00Z'),
        approvedAt: new Date('2026-05-15T12:00:00Z'),
      },
    ]);
  });

  it.each([
    ['a bot', { login: 'lint[bot]', type: 'Bot' }],
    ['the author', { login: 'octocat', type: 'User' }],
  ])('edge case 13: by %s is none', (_, user) => {
    expect(
      observationsOf(githubSource, {
        ...review,
        review: { ...review.review, user },
      }),
    ).toEqual([]);
  });

  it('may be a comment', () => {
    const body = {
      action: 'created',
      comment: {
        id: 1,
        created_at: '2026-05-15T11:00:00Z',
        user: { login: 'hubot', type: 'User' },
      },
      issue: {
        number: 7,
        created_at: '2026-05-15T10:00:00Z',
        user: { login: 'octocat', type: 'User' },
        labels: [],
        pull_request: { url: 'https://api.github.com/x' },
      },
      repository: pullRequest.repository,
    };
    expect(observationsOf(githubSource, body)).toMatchObject([
      { key: 'acme/orders/pull/7', state: 'reviewed' },
    ]);
    expect(
      observationsOf(githubSource, {
        ...body,
        issue: { ...body.issue, pull_request: null },
      }),
    ).toEqual([]);
  });
});

describe('push', () => {
  it('tells the commits of the pull request that it merges', () => {
    const [observation] = observationsOf(
      githubSource,
      push('Merge pull request #7 from acme/revert-5'),
    );
    expect(observation).toMatchObject({
      key: 'acme/orders/pull/7',
      mergeCommitSha: SHA,
      commitShas: ['a'.repeat(40), SHA],
      firstCommitAt: new Date('2026-05-14T07:00:00Z'),
      paths: ['services/orders/total.ts'],
    });
    expect(observation).not.toHaveProperty('mergedAt');
  });

  it('knows no first commit of what was squashed', () => {
    const [observation] = observationsOf(
      githubSource,
      push('Round totals (#7)'),
    );
    expect(observation).toMatchObject({ key: 'acme/orders/pull/7' });
    expect(observation).not.toHaveProperty('firstCommitAt');
  });

  it('without a pull request is a change of its own', () => {
    expect(
      observationsOf(
        githubSource,
        push('Fix totals\n\nCo-authored-by: Hubot <hubot@example.com>'),
      ),
    ).toMatchObject([
      {
        key: `acme/orders@${SHA}`,
        state: 'merged',
        title: 'Fix totals',
        mergedAt: new Date('2026-05-15T15:20:33Z'),
      },
    ]);
  });

  it('to another branch, or that deletes one, says nothing', () => {
    const body = push('Fix totals');
    expect(
      observationsOf(githubSource, { ...body, ref: 'refs/heads/x' }),
    ).toEqual([]);
    expect(
      githubSource.receive(
        requestOf(
          { ...body, deleted: true, head_commit: null, commits: [] },
          { 'x-github-event': 'push' },
        ),
      ),
    ).toEqual([]);
  });
});

describe('issues', () => {
  it('with the label are incidents', () => {
    const opened = {
      kind: 'incident',
      key: 'acme/orders/issues/12',
      state: 'detected',
      at: new Date('2026-05-15T16:00:00Z'),
      service: 'orders',
      severity: '1',
      causedBy: 'f95f852bd8fca8',
    };
    expect(
      observationsOf(githubSource, issue('opened', '2026-05-15T16:00:00Z')),
    ).toMatchObject([opened]);
    expect(
      observationsOf(githubSource, issue('closed', '2026-05-15T18:00:00Z')),
    ).toMatchObject([
      opened,
      { state: 'resolved', at: new Date('2026-05-15T18:00:00Z') },
    ]);
    expect(
      observationsOf(githubSource, issue('reopened', '2026-05-15T19:00:00Z')),
    ).toMatchObject([
      opened,
      { state: 'reopened', at: new Date('2026-05-15T19:00:00Z') },
    ]);
  });

  it('without it are not', () => {
    const body = issue('opened', '2026-05-15T16:00:00Z');
    expect(
      observationsOf(githubSource, {
        ...body,
        issue: { ...body.issue, labels: [{ name: 'bug' }] },
      }),
    ).toEqual([]);
  });
});

it('is the same event by webhook, by a retry and by a bus without headers', () => {
  const body = deploymentStatus('success');
  const [bare] = eventsOf(githubSource, body);
  const headers = {
    'x-github-event': 'deployment_status',
    'x-github-delivery': 'any',
  };
  expect(eventsOf(githubSource, body, headers)).toEqual([bare]);
});

it('forgets what is of no use', () => {
  expect(
    githubSource.receive(requestOf(ping, { 'x-github-event': 'ping' })),
  ).toEqual([]);
  expect(() => githubSource.receive(requestOf(ping))).toThrow(
    'x-github-event: is missing',
  );
});

it('names the field that is missing', () => {
  const { sha: _, ...deployment } = deploymentStatus('success').deployment;
  expect(
    refusalsOf(githubSource, { ...deploymentStatus('success'), deployment }),
  ).toEqual([{ code: 'missing-field', message: 'deployment.sha: is missing' }]);
});
