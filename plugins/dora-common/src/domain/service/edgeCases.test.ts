import {
  at,
  change,
  DAY,
  deployment,
  factsOf,
  HOUR,
  incident,
  MINUTE,
  SERVICE,
} from '../__testUtils__/facts';
import type { DerivedService, ServiceContext, ServiceFacts } from '../derived';
import { deriveService } from './deriveService';

type Parts = Parameters<typeof factsOf>[0];

function derive(parts: Parts) {
  const facts: ServiceFacts = factsOf(parts);
  const rows: DerivedService = deriveService(facts);
  const find = <T extends { id: string }>(all: T[], id: string): T => {
    const row = all.find(each => each.id === id);
    if (!row) throw new Error(`there is no row of ${id}`);
    return row;
  };
  return {
    ...rows,
    deployment: (id: string) => find(rows.deployments, id),
    change: (id: string) => find(rows.changes, id),
    incident: (id: string) => find(rows.incidents, id),
    counted: rows.deployments.filter(row => row.counted).map(({ id }) => id),
    failed: rows.deployments.filter(row => row.failed).map(({ id }) => id),
  };
}

describe('edge case 1: a rollback', () => {
  const v1 = deployment('v1', at(1));
  const v2 = deployment('v2', at(2));
  const v3 = deployment('v3', at(3));
  const back = deployment('back', at(4), { version: 'v1' });

  it('fails the first deployment after what it brings back, and supersedes the others', () => {
    const rows = derive({ deployments: [v1, v2, v3, back] });
    expect(rows.deployment('back')).toMatchObject({
      kind: 'rollback',
      counted: true,
      unplanned: true,
      failed: false,
    });
    // v2 finished on day 2, the rollback on day 4.
    expect(rows.deployment('v2')).toMatchObject({
      failed: true,
      failureReason: 'rolled-back',
      recoveredAt: at(4),
      recoverySeconds: 2 * DAY,
      supersededByRollback: false,
    });
    expect(rows.deployment('v3')).toMatchObject({
      failed: false,
      supersededByRollback: true,
    });
  });

  it('fails the one that it names instead', () => {
    const rows = derive({
      deployments: [v1, v2, v3, { ...back, remediates: 'v3' }],
    });
    expect(rows.failed).toEqual(['v3']);
    expect(rows.deployment('v3').recoverySeconds).toBe(DAY);
    expect(rows.deployment('v2').supersededByRollback).toBe(true);
  });

  it('fails the one before it where nobody knows what it brought back', () => {
    const rows = derive({
      deployments: [
        v1,
        v2,
        deployment('back', at(4), { version: null, reportedKind: 'rollback' }),
      ],
    });
    expect(rows.failed).toEqual(['v2']);
  });

  it('ships no changes, and takes none from the deployment after it', () => {
    const rows = derive({
      deployments: [v1, v2, back, deployment('v4', at(6))],
      changes: [change('c1', at(3, '12:00')), change('c2', at(5))],
    });
    expect(rows.change('c1').deploymentId).toBe('v4');
    expect(rows.change('c2').deploymentId).toBe('v4');
  });

  it('makes no sample of a change that is said to have come with it', () => {
    const rows = derive({
      deployments: [v1, v2, { ...back, changeIds: ['c1'] }],
      changes: [change('c1', at(3), { firstCommitAt: at(2) })],
    });
    expect(rows.change('c1')).toMatchObject({
      deploymentId: 'back',
      sample: false,
    });
  });
});

describe('edge case 2: a hotfix or revert', () => {
  const deployments = [
    deployment('v1', at(1)),
    deployment('v2', at(2), { changeIds: ['c1'] }),
  ];

  it.each([
    ['label', { labels: ['Hotfix'] }],
    ['branch', { branch: 'hotfix/totals' }],
    ['title', { title: 'Revert "Rounding of totals"' }],
    ['revert', { revertOf: 'c0' }],
  ])('is unplanned by %s', (_, fields) => {
    const rows = derive({
      deployments,
      changes: [change('c1', at(2), fields)],
    });
    expect(rows.deployment('v2')).toMatchObject({
      kind: 'deploy',
      counted: true,
      unplanned: true,
    });
  });

  it.each([
    ['label', { labels: ['hotfixes-documented'] }],
    ['branch', { branch: 'feature/hotfix/x' }],
    ['title', { title: 'Document how to revert "x"' }],
  ])('is not seen in a %s that only looks like one', (_, fields) => {
    const rows = derive({
      deployments,
      changes: [change('c1', at(2), fields)],
    });
    expect(rows.deployment('v2').unplanned).toBe(false);
  });

  it('believes what the reporter says, and a person more', () => {
    const hotfix = change('c1', at(2), { labels: ['hotfix'] });
    const [v1, v2] = deployments;
    const planned = { ...v2, unplanned: false };
    expect(
      derive({
        deployments: [v1, planned],
        changes: [hotfix],
      }).deployment('v2').unplanned,
    ).toBe(false);
    expect(
      derive({
        deployments: [v1, { ...planned, override: { unplanned: true } }],
      }).deployment('v2').unplanned,
    ).toBe(true);
  });

  it('fails what it says it remediates, from then until it finished', () => {
    const rows = derive({
      deployments: [
        deployment('v1', at(1)),
        deployment('v2', at(2, '10:00')),
        deployment('v3', at(2, '11:30'), { remediates: 'v2' }),
      ],
    });
    expect(rows.deployment('v2')).toMatchObject({
      failed: true,
      failureReason: 'remediated',
      recoverySeconds: 90 * MINUTE,
    });
    expect(rows.deployment('v3')).toMatchObject({
      unplanned: true,
      failed: false,
    });
  });

  it('knows a remediated deployment by its commit, too', () => {
    const sha = '9f2c'.padEnd(40, '0');
    const rows = derive({
      deployments: [
        deployment('v1', at(1)),
        deployment('v2', at(2), { commitSha: sha }),
        deployment('v3', at(3), { remediates: sha.slice(0, 8) }),
      ],
    });
    expect(rows.failed).toEqual(['v2']);
  });

  it('leaves a failure open while the repair itself does not succeed', () => {
    const rows = derive({
      deployments: [
        deployment('v1', at(1)),
        deployment('v2', at(2)),
        deployment('v3', at(3), { remediates: 'v2', result: 'failure' }),
      ],
    });
    expect(rows.deployment('v2')).toMatchObject({
      failed: true,
      recoveredAt: null,
    });
  });
});

describe('edge case 3: the same version deployed again', () => {
  const deployments = [
    deployment('v1', at(1)),
    deployment('v2', at(2)),
    deployment('again', at(3), { version: 'v2' }),
    deployment('v3', at(4)),
  ];

  it('is a redeploy: not counted, never failed, ships nothing', () => {
    const rows = derive({
      deployments: [
        ...deployments.slice(0, 2),
        deployment('again', at(3), { version: 'v2', changeIds: ['c1'] }),
        deployments[3],
      ],
      changes: [change('c1', at(2, '12:00'))],
      incidents: [incident('i1', at(3, '01:00'), { reportedCause: 'again' })],
    });
    expect(rows.deployment('again')).toMatchObject({
      kind: 'redeploy',
      counted: false,
      failed: false,
      unplanned: false,
      previousId: 'v2',
    });
    expect(rows.change('c1').deploymentId).toBe('v3');
    // What ran was v2, so that is what failed.
    expect(rows.incident('i1').causeId).toBe('v2');
    expect(rows.failed).toEqual(['v2']);
  });

  it('is told by the commit where that is known', () => {
    const sha = 'a'.repeat(40);
    const rows = derive({
      deployments: [
        deployment('d1', at(1), { commitSha: sha, version: 'build-1' }),
        deployment('d2', at(2), { commitSha: sha, version: 'build-2' }),
      ],
    });
    expect(rows.deployment('d2').kind).toBe('redeploy');
  });

  it('is neither redeploy nor rollback when a commit is built again after it was rolled back', () => {
    const [old, sha] = ['a'.repeat(40), 'b'.repeat(40)];
    const rows = derive({
      deployments: [
        deployment('d1', at(1), { commitSha: old, version: 'build-1' }),
        deployment('d2', at(2), { commitSha: sha, version: 'build-2' }),
        deployment('d3', at(3), { commitSha: old, version: 'build-1' }),
        deployment('d4', at(4), { commitSha: sha, version: 'build-3' }),
      ],
    });
    expect(rows.deployments.map(({ kind }) => kind)).toEqual([
      'deploy',
      'deploy',
      'rollback',
      'deploy',
    ]);
    expect(rows.failed).toEqual(['d2']);
  });

  it('is not told by a tag that moves', () => {
    const rows = derive({
      deployments: ['a', 'b', 'a'].map((letter, index) =>
        deployment(`d${index}`, at(index + 1), {
          commitSha: letter.repeat(40),
          version: 'latest',
        }),
      ),
    });
    expect(rows.deployments.map(({ kind }) => kind)).toEqual([
      'deploy',
      'deploy',
      'rollback',
    ]);
  });

  it('is not a guess where nobody says what was deployed', () => {
    const nameless = { version: null };
    const rows = derive({
      deployments: [
        deployment('d1', at(1), nameless),
        deployment('d2', at(2), nameless),
      ],
    });
    expect(rows.counted).toEqual(['d1', 'd2']);
  });
});

describe('edge case 4: several services in one repository', () => {
  it('ships to a service only the changes that touch it', () => {
    const rows = derive({
      deployments: [deployment('v1', at(1)), deployment('v2', at(3))],
      changes: [
        change('ours', at(2)),
        change('both', at(2), {
          services: [SERVICE, 'component:default/billing'],
        }),
        change('theirs', at(2), { services: ['component:default/billing'] }),
      ],
    });
    expect(rows.changes.map(({ id }) => id)).toEqual(['both', 'ours']);
    expect(rows.change('both')).toMatchObject({
      service: SERVICE,
      deploymentId: 'v2',
    });
  });
});

describe('edge case 5: one release in several regions', () => {
  const region = (environment: string, day: number, time: string) =>
    deployment(`r1-${environment}`, at(day, time), {
      environment,
      version: '2',
      releaseId: 'r1',
    });

  it('counts once, when its last region finished', () => {
    const rows = derive({
      deployments: [
        deployment('v1', at(1)),
        region('us', 2, '11:00'),
        region('eu', 2, '10:00'),
      ],
      changes: [
        change('c1', at(2, '09:00'), { firstCommitAt: at(2, '08:00') }),
      ],
    });
    expect(rows.counted).toEqual(['v1', 'r1-us']);
    expect(rows.deployment('r1-eu')).toMatchObject({
      kind: 'deploy',
      counted: false,
    });
    expect(rows.change('c1')).toMatchObject({
      deploymentId: 'r1-us',
      leadSeconds: 3 * HOUR,
    });
  });

  it('fails as a whole when one of its regions is blamed', () => {
    const rows = derive({
      deployments: [
        deployment('v1', at(1)),
        region('eu', 2, '10:00'),
        region('us', 2, '11:00'),
      ],
      incidents: [incident('i1', at(2, '10:30'), { reportedCause: 'r1-eu' })],
    });
    expect(rows.failed).toEqual(['r1-us']);
  });

  it('keeps releases apart that overlap', () => {
    const next = (environment: string, time: string) =>
      deployment(`r2-${environment}`, at(2, time), {
        environment,
        version: '3',
        releaseId: 'r2',
      });
    const rows = derive({
      deployments: [
        region('eu', 2, '10:00'),
        next('eu', '10:30'),
        region('us', 2, '11:00'),
        next('us', '11:30'),
      ],
    });
    expect(rows.counted).toEqual(['r1-us', 'r2-us']);
  });

  it('is a rollback when a tool takes an old release, id and all, back', () => {
    const back = (environment: string, time: string) => ({
      ...region(environment, 4, time),
      id: `back-${environment}`,
    });
    const rows = derive({
      deployments: [
        region('eu', 2, '10:00'),
        region('us', 2, '11:00'),
        deployment('v3-eu', at(3, '10:00'), {
          environment: 'eu',
          version: '3',
          releaseId: 'r3',
        }),
        deployment('v3-us', at(3, '11:00'), {
          environment: 'us',
          version: '3',
          releaseId: 'r3',
        }),
        back('eu', '10:00'),
        back('us', '11:00'),
      ],
    });
    expect(rows.counted).toEqual(['r1-us', 'v3-us', 'back-us']);
    expect(rows.deployment('back-us').kind).toBe('rollback');
    // From 11:00 on day 3 to 11:00 on day 4.
    expect(rows.deployment('v3-us').recoverySeconds).toBe(DAY);
  });
});

describe('edge case 6: a deployment job that fails', () => {
  it.each(['failure', 'canceled', 'unknown'] as const)(
    'counts nowhere when it ends with %s',
    result => {
      const rows = derive({
        deployments: [
          deployment('v1', at(1)),
          deployment('v2', at(2), { result, changeIds: ['c1'] }),
          deployment('v3', at(3)),
        ],
        changes: [change('c1', at(1, '12:00'))],
        incidents: [incident('i1', at(2, '00:30'))],
      });
      expect(rows.counted).toEqual(['v1', 'v3']);
      expect(rows.deployment('v2')).toMatchObject({
        failed: false,
        unplanned: false,
        previousId: 'v1',
      });
      expect(rows.change('c1').deploymentId).toBe('v3');
      // 00:30 on day 2 is 24.5 hours after v1.
      expect(rows.incident('i1').causeId).toBeNull();
    },
  );
});

describe('edge case 7: events that come late', () => {
  it('finds the previous deployment by the time of finish, then the id', () => {
    const late = deployment('v2', at(2));
    const rows = derive({
      deployments: [
        deployment('v4', at(3)),
        deployment('v1', at(1)),
        deployment('v3', at(3)),
        late,
      ],
      changes: [change('c1', at(1, '12:00'))],
    });
    expect(rows.counted).toEqual(['v1', 'v2', 'v3', 'v4']);
    expect(rows.deployment('v4').previousId).toBe('v3');
    expect(rows.change('c1').deploymentId).toBe('v2');
  });
});

describe('edge case 9: squash and rebase', () => {
  const merge = 'a'.repeat(40);
  const original = 'b'.repeat(40);
  const ranged = (shas: string[]) => ({
    deployments: [deployment('v1', at(1)), deployment('v2', at(3))],
    commitRanges: new Map([['v2', shas]]),
  });

  it.each([
    ['the merge commit', [merge]],
    ['a commit of the pull request', [original]],
  ])('finds a change by %s', (_, shas) => {
    const rows = derive({
      ...ranged(shas),
      changes: [
        change('c1', at(2), { mergeCommitSha: merge, commitShas: [original] }),
      ],
    });
    expect(rows.change('c1')).toMatchObject({
      deploymentId: 'v2',
      link: { method: 'commit-range' },
    });
  });

  it('does not guess about a deployment whose commits are known', () => {
    const rows = derive({
      ...ranged(['c'.repeat(40)]),
      changes: [change('c1', at(2), { mergeCommitSha: merge })],
    });
    expect(rows.change('c1').deploymentId).toBeNull();
  });
});

describe('edge case 10: the first deployment', () => {
  const history = change('old', at(1), { firstCommitAt: at(1) });

  it('is a baseline: all that was merged before ships with it and is no sample', () => {
    const rows = derive({
      deployments: [deployment('v1', at(2)), deployment('v2', at(4))],
      changes: [history, change('new', at(3), { firstCommitAt: at(3) })],
    });
    expect(rows.deployment('v1')).toMatchObject({
      baseline: true,
      previousId: null,
    });
    expect(rows.change('old')).toMatchObject({
      deploymentId: 'v1',
      sample: false,
    });
    expect(rows.change('new')).toMatchObject({
      deploymentId: 'v2',
      sample: true,
      leadSeconds: DAY,
    });
  });

  it.each([
    [60, false],
    [61, true],
  ])('is one again after %i days: %s', (days, baseline) => {
    const rows = derive({
      deployments: [deployment('v1', at(1)), deployment('v2', at(1 + days))],
      changes: [change('c1', at(2))],
    });
    expect(rows.deployment('v2').baseline).toBe(baseline);
    expect(rows.change('c1').sample).toBe(!baseline);
  });
});

describe('edge case 11: commits written long before', () => {
  it('counts from the first commit, or from the opening where a service says so', () => {
    const parts = {
      deployments: [deployment('v1', at(1)), deployment('v2', at(30))],
      changes: [
        change('c1', at(29), { firstCommitAt: at(-90), openedAt: at(28) }),
      ],
    };
    expect(derive(parts).change('c1').leadSeconds).toBe(120 * DAY);
    expect(
      derive({ ...parts, rules: { leadTimeFrom: 'opened' } }).change('c1')
        .leadSeconds,
    ).toBe(2 * DAY);
  });
});

describe('edge case 12: a first commit after the opening', () => {
  it('has no coding time, and counts from the opening', () => {
    const rows = derive({
      deployments: [deployment('v1', at(1)), deployment('v2', at(4))],
      changes: [
        change('c1', at(3), {
          openedAt: at(2),
          firstCommitAt: at(2, '06:00'),
          firstReviewAt: at(2, '12:00'),
        }),
      ],
    });
    expect(rows.change('c1')).toMatchObject({
      leadSeconds: 2 * DAY,
      codingSeconds: null,
      pickupSeconds: 12 * HOUR,
      reviewSeconds: 12 * HOUR,
      deploySeconds: DAY,
    });
  });

  it('has no stage that would run backwards', () => {
    const rows = derive({
      deployments: [
        deployment('v1', at(1)),
        deployment('v2', at(4), { changeIds: ['c1'] }),
      ],
      changes: [
        change('c1', at(5), {
          firstCommitAt: at(2),
          openedAt: at(3),
          firstReviewAt: at(6),
        }),
      ],
    });
    expect(rows.change('c1')).toMatchObject({
      leadSeconds: 2 * DAY,
      codingSeconds: DAY,
      reviewSeconds: null,
      deploySeconds: null,
    });
  });
});

describe('edge case 13: bots', () => {
  it('ship, and are no lead-time samples', () => {
    const rows = derive({
      deployments: [deployment('v1', at(1)), deployment('v2', at(3))],
      changes: [change('c1', at(2), { isBot: true })],
    });
    expect(rows.change('c1')).toMatchObject({
      deploymentId: 'v2',
      sample: false,
    });
  });
});

describe('edge case 16: an incident over several deployments', () => {
  it('fails the last one before the impact, and that one alone', () => {
    const rows = derive({
      deployments: [
        deployment('v1', at(1)),
        deployment('v2', at(2, '10:00')),
        deployment('v3', at(2, '12:00')),
        deployment('v4', at(2, '14:00')),
      ],
      incidents: [
        incident('i1', at(2, '15:00'), {
          impactStartAt: at(2, '13:00'),
          resolvedAt: at(2, '16:00'),
        }),
      ],
    });
    expect(rows.incident('i1')).toMatchObject({
      causeId: 'v3',
      link: { method: 'last-before' },
    });
    expect(rows.failed).toEqual(['v3']);
    expect(rows.deployment('v3').recoverySeconds).toBe(4 * HOUR);
  });

  it('fails the one that the report blames', () => {
    const sha = 'ab12'.padEnd(40, '0');
    const deployments = [
      deployment('v1', at(1)),
      deployment('v2', at(2, '10:00'), { changeIds: ['c1'] }),
      deployment('v3', at(2, '12:00')),
    ];
    const changes = [change('c1', at(2), { commitShas: [sha] })];
    const blame = (reportedCause: string) =>
      derive({
        deployments,
        changes,
        incidents: [incident('i1', at(2, '13:00'), { reportedCause })],
      }).incident('i1');
    expect(blame('v2')).toMatchObject({
      causeId: 'v2',
      link: { method: 'explicit' },
    });
    expect(blame(sha)).toMatchObject({ causeId: 'v2' });
    expect(blame('of-another-service')).toMatchObject({ causeId: null });
  });
});

describe('edge case 17: an incident without a deployment', () => {
  const deployments = [deployment('v1', at(1, '10:00'))];

  it.each([
    ['10:00', 'v1'],
    ['10:01', null],
  ])('at %s on the next day is linked to %s', (time, causeId) => {
    const rows = derive({
      deployments,
      incidents: [incident('i1', at(2, time))],
    });
    expect(rows.incident('i1').causeId).toBe(causeId);
  });

  it('is unlinked by a person, or linked to another deployment', () => {
    const decide = (causeOverride: string) =>
      derive({
        deployments: [...deployments, deployment('v2', at(1, '11:00'))],
        incidents: [incident('i1', at(1, '12:00'), { causeOverride })],
      });
    expect(decide('none').incident('i1')).toEqual({
      id: 'i1',
      causeId: null,
      link: { method: 'override', confidence: 1 },
    });
    expect(decide('none').failed).toEqual([]);
    expect(decide('v1').failed).toEqual(['v1']);
  });
});

describe('edge case 18: an open incident', () => {
  it('leaves its deployment failed and not recovered', () => {
    const rows = derive({
      deployments: [deployment('v1', at(1, '10:00'))],
      incidents: [incident('i1', at(1, '11:00'))],
    });
    expect(rows.deployment('v1')).toMatchObject({
      failed: true,
      failureReason: 'incident',
      recoveredAt: null,
      recoverySeconds: null,
    });
  });
});

describe('edge case 20: when impact ended, not when the ticket was closed', () => {
  it('recovers at the mitigation', () => {
    const rows = derive({
      deployments: [deployment('v1', at(1, '10:00'))],
      incidents: [
        incident('i1', at(1, '11:00'), {
          mitigatedAt: at(1, '11:30'),
          resolvedAt: at(3),
        }),
      ],
    });
    expect(rows.deployment('v1').recoverySeconds).toBe(90 * MINUTE);
  });

  it('recovers at a remediation that came sooner', () => {
    const rows = derive({
      deployments: [
        deployment('v1', at(1, '10:00')),
        deployment('v2', at(1, '10:45'), { remediates: 'v1' }),
      ],
      incidents: [
        incident('i1', at(1, '10:20'), { resolvedAt: at(1, '12:00') }),
      ],
    });
    expect(rows.deployment('v1').recoverySeconds).toBe(45 * MINUTE);
  });

  it('never takes less than no time', () => {
    const rows = derive({
      deployments: [deployment('v1', at(1, '10:00'))],
      incidents: [
        incident('i1', at(1, '09:50'), {
          reportedCause: 'v1',
          mitigatedAt: at(1, '09:55'),
        }),
      ],
    });
    expect(rows.deployment('v1').recoverySeconds).toBe(0);
  });
});

describe('edge case 21: a service that was renamed', () => {
  it('has the same figures under its new name', () => {
    const deployments = [deployment('v1', at(1)), deployment('v2', at(3))];
    const renamed = 'component:default/order-service';
    const before = derive({
      deployments,
      changes: [change('c1', at(2), { firstCommitAt: at(2) })],
      incidents: [incident('i1', at(3, '01:00'))],
    });
    const after = derive({
      service: renamed,
      deployments: deployments.map(each => ({ ...each, service: renamed })),
      changes: [
        change('c1', at(2), { services: [renamed], firstCommitAt: at(2) }),
      ],
      incidents: [incident('i1', at(3, '01:00'), { service: renamed })],
    });
    expect(after.deployments).toEqual(before.deployments);
    expect(after.incidents).toEqual(before.incidents);
    expect(after.changes).toEqual(
      before.changes.map(row => ({ ...row, service: renamed })),
    );
  });
});

describe('edge case 27: an environment that nobody has mapped', () => {
  it.each(['unknown', 'staging', 'testing', 'development'] as const)(
    'is not production: %s',
    tier => {
      const rows = derive({
        deployments: [
          deployment('v1', at(1)),
          deployment('v2', at(3), { tier, changeIds: ['c1'] }),
        ],
        changes: [change('c1', at(2))],
        incidents: [incident('i1', at(3, '01:00'))],
      });
      expect(rows.deployments.map(({ id }) => id)).toEqual(['v1']);
      expect(rows.change('c1').deploymentId).toBeNull();
      expect(rows.incident('i1').causeId).toBeNull();
    },
  );
});

describe('edge case 29: promotion through environments', () => {
  it('takes a promoted build for new in production', () => {
    // Only production deployments are among the facts of a service, so one that staging has seen is no redeploy.
    const sha = 'd'.repeat(40);
    const rows = derive({
      deployments: [
        deployment('v1', at(1)),
        deployment('promoted', at(3), { commitSha: sha }),
      ],
      changes: [change('c1', at(2), { mergeCommitSha: sha })],
      commitRanges: new Map([['promoted', [sha]]]),
    });
    expect(rows.deployment('promoted')).toMatchObject({
      kind: 'deploy',
      counted: true,
    });
    expect(rows.change('c1').deploymentId).toBe('promoted');
  });
});

describe('edge case 30: several incidents of one deployment', () => {
  it('fails it once, until the last of them is over', () => {
    const rows = derive({
      deployments: [deployment('v1', at(1, '10:00'))],
      incidents: [
        incident('i1', at(1, '11:00'), { resolvedAt: at(1, '12:00') }),
        incident('i2', at(1, '11:30'), { resolvedAt: at(1, '14:00') }),
      ],
    });
    expect(rows.failed).toEqual(['v1']);
    expect(rows.deployment('v1').recoverySeconds).toBe(4 * HOUR);
  });
});

describe('edge case 31: a deployment that only changes configuration', () => {
  it('is left out when a person or rule calls it a redeploy', () => {
    const rows = derive({
      deployments: [
        deployment('v1', at(1)),
        deployment('config', at(2), { override: { kind: 'redeploy' } }),
      ],
    });
    expect(rows.counted).toEqual(['v1']);
  });
});

describe('a decision about a failure', () => {
  it('stands over everything', () => {
    const judged = (failed: boolean) =>
      derive({
        deployments: [deployment('v1', at(1), { override: { failed } })],
        incidents: failed ? [] : [incident('i1', at(1, '01:00'))],
      }).deployment('v1');
    expect(judged(true)).toMatchObject({
      failed: true,
      failureReason: 'override',
    });
    expect(judged(false)).toMatchObject({ failed: false, failureReason: null });
  });
});

describe('how a change finds its deployment', () => {
  const deployments = [
    deployment('v1', at(1)),
    deployment('v2', at(3)),
    deployment('v3', at(5), { changeIds: ['c1'] }),
    deployment('v4', at(7), { changeIds: ['c1'] }),
  ];

  it('believes a name more than the time of the merge, and the first that names it', () => {
    const rows = derive({ deployments, changes: [change('c1', at(2))] });
    expect(rows.change('c1')).toMatchObject({
      deploymentId: 'v3',
      link: { method: 'explicit', confidence: 1 },
    });
  });

  it('guesses when the named changes are unknown', () => {
    const rows = derive({ deployments, changes: [change('c2', at(4))] });
    expect(rows.change('c2')).toMatchObject({
      deploymentId: 'v3',
      link: { method: 'merge-window' },
    });
  });

  it('does not ship what was merged while it ran', () => {
    const rows = derive({
      deployments: [
        deployment('v1', at(1)),
        deployment('v2', at(3, '11:00'), { startedAt: at(3, '10:00') }),
        deployment('v3', at(4)),
      ],
      changes: [
        change('before', at(3, '10:00')),
        change('late', at(3, '10:30')),
      ],
    });
    expect(rows.change('before').deploymentId).toBe('v2');
    expect(rows.change('late').deploymentId).toBe('v3');
  });

  it('waits when nothing has shipped it', () => {
    const rows = derive({ deployments, changes: [change('c9', at(8))] });
    expect(rows.change('c9')).toEqual({
      id: 'c9',
      service: SERVICE,
      deploymentId: null,
      link: null,
      sample: false,
      leadSeconds: null,
      codingSeconds: null,
      pickupSeconds: null,
      reviewSeconds: null,
      deploySeconds: null,
    });
  });
});

describe('a window', () => {
  it('knows the time before it by its context alone', () => {
    const v1 = deployment('v1', at(1));
    const v2 = deployment('v2', at(2));
    const context: ServiceContext = {
      from: at(3),
      earlier: [
        { deployment: v1, kind: 'deploy', counted: true },
        { deployment: v2, kind: 'deploy', counted: true },
      ],
      shipped: new Map([['c1', 'v2']]),
    };
    const rows = deriveService(
      factsOf({
        deployments: [deployment('back', at(3), { version: 'v1' })],
        changes: [change('c1', at(1, '12:00'))],
      }),
      context,
    );
    expect(rows.deployments).toEqual([
      expect.objectContaining({
        id: 'back',
        kind: 'rollback',
        baseline: false,
        previousId: 'v2',
      }),
    ]);
    expect(rows.changes).toEqual([]);
  });
});
