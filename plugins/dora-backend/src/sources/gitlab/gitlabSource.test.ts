import {
  deployment,
  incident,
  mergeRequest,
  note,
  pipeline,
  push,
} from '../__fixtures__/gitlab';
import {
  observationsOf,
  refusalsOf,
  requestOf,
} from '../__testUtils__/requests';
import { gitlabSource } from './gitlabSource';

const SHA = '279484c09fbe69ededfced8c1bb6e6d24616b468';

describe('Deployment Hook', () => {
  it('reads times as GitLab writes them', () => {
    expect(
      observationsOf(
        gitlabSource,
        deployment('success', '2026-05-05 12:10:00 +0200'),
      ),
    ).toEqual([
      {
        kind: 'deployment',
        key: 'acme/orders/deployments/15',
        at: new Date('2026-05-05T10:10:00Z'),
        service: 'acme/orders',
        environment: 'prod-eu',
        tierHint: 'production',
        finishedAt: new Date('2026-05-05T10:10:00Z'),
        result: 'success',
        commitSha: SHA,
        url: 'https://gitlab.example.com/acme/orders/-/jobs/796',
      },
    ]);
  });

  it('runs, fails, is canceled', () => {
    const said = (status: string) =>
      observationsOf(
        gitlabSource,
        deployment(status, '2026-05-05 10:00:00 UTC'),
      )[0];
    expect(said('running')).toMatchObject({
      startedAt: new Date('2026-05-05T10:00:00Z'),
    });
    expect(said('running')).not.toHaveProperty('result');
    expect(said('failed')).toMatchObject({ result: 'failure' });
    expect(said('canceled')).toMatchObject({ result: 'canceled' });
  });

  it('believes no tier of which GitLab is not sure', () => {
    const [observation] = observationsOf(gitlabSource, {
      ...deployment('success', '2026-05-05 10:00:00 UTC'),
      environment_tier: 'other',
    });
    expect(observation).not.toHaveProperty('tierHint');
  });

  it.each(['2026-05-05 10:00:00', 'yesterday'])(
    'refuses the time %s, whose zone nobody knows',
    at => {
      expect(refusalsOf(gitlabSource, deployment('success', at))).toEqual([
        {
          code: 'malformed',
          message: expect.stringContaining('status_changed_at: must be a time'),
        },
      ]);
    },
  );
});

describe('Merge Request Hook', () => {
  it('merges', () => {
    expect(
      observationsOf(
        gitlabSource,
        mergeRequest('merge', '2026-05-05 10:00:00 UTC'),
      ),
    ).toMatchObject([
      {
        kind: 'change',
        key: 'acme/orders!1',
        state: 'merged',
        openedAt: new Date('2026-05-03T17:23:34Z'),
        mergedAt: new Date('2026-05-05T10:00:00Z'),
        mergeCommitSha: SHA,
        labels: ['hotfix'],
        branch: 'round-totals',
        isBot: false,
      },
    ]);
  });

  it('approves, and is only changed by what it does not know', () => {
    const said = (action: string) =>
      observationsOf(
        gitlabSource,
        mergeRequest(action, '2026-05-04 10:00:00 UTC'),
      )[0];
    expect(said('approved')).toMatchObject({
      state: 'approved',
      firstReviewAt: new Date('2026-05-04T10:00:00Z'),
      approvedAt: new Date('2026-05-04T10:00:00Z'),
    });
    expect(said('update')).not.toHaveProperty('state');
    expect(said('update')).not.toHaveProperty('mergeCommitSha');
  });

  it('is reviewed by a comment of a person', () => {
    expect(observationsOf(gitlabSource, note)).toMatchObject([
      { key: 'acme/orders!1', firstReviewAt: new Date('2026-05-04T09:00:00Z') },
    ]);
    expect(
      observationsOf(gitlabSource, {
        ...note,
        object_attributes: { ...note.object_attributes, system: true },
      }),
    ).toEqual([]);
  });
});

it('pushes the commits of a merge request, or a change of its own', () => {
  expect(
    observationsOf(
      gitlabSource,
      push(
        "Merge branch 'round-totals' into 'main'\n\nRound totals\n\nSee merge request acme/orders!1",
      ),
    ),
  ).toMatchObject([
    {
      key: 'acme/orders!1',
      commitShas: ['a'.repeat(40), SHA],
      firstCommitAt: new Date('2026-05-03T08:00:00Z'),
    },
  ]);
  expect(observationsOf(gitlabSource, push('Round totals'))).toMatchObject([
    {
      key: `acme/orders@${SHA}`,
      state: 'merged',
      title: 'Round totals',
      mergedAt: new Date('2026-05-05T10:00:00Z'),
    },
  ]);
});

it('opens, closes and reopens incidents', () => {
  expect(
    observationsOf(gitlabSource, incident('close', '2026-05-05 14:00:00 UTC')),
  ).toMatchObject([
    {
      key: 'acme/orders/issues/23',
      state: 'detected',
      at: new Date('2026-05-05T12:30:00Z'),
      service: 'orders',
      severity: 'critical',
      causedBy: SHA,
    },
    { state: 'resolved', at: new Date('2026-05-05T14:00:00Z') },
  ]);
  expect(
    observationsOf(gitlabSource, incident('reopen', '2026-05-05 15:00:00 UTC')),
  ).toMatchObject([{ state: 'detected' }, { state: 'reopened' }]);
});

it('answers a pipeline, which says nothing that its deployment does not, and forgets it', () => {
  expect(gitlabSource.receive(requestOf(pipeline))).toEqual([]);
});
