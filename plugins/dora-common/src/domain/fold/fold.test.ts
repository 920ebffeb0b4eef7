import fc from 'fast-check';
import { at } from '../__testUtils__/facts';
import type {
  ChangeObservation,
  DeploymentObservation,
  IncidentObservation,
} from '../observations';
import { foldChange } from './foldChange';
import { foldDeployment } from './foldDeployment';
import { foldIncident } from './foldIncident';

const deploying = (
  time: string,
  fields: Partial<DeploymentObservation> = {},
): DeploymentObservation => ({
  kind: 'deployment',
  key: 'acme/orders/deployments/1',
  service: 'acme/orders',
  environment: 'production',
  at: at(1, time),
  ...fields,
});

const changing = (
  time: string,
  fields: Partial<ChangeObservation> = {},
): ChangeObservation => ({
  kind: 'change',
  key: 'acme/orders/pull/7',
  repository: 'acme/orders',
  at: at(1, time),
  ...fields,
});

const suffering = (
  day: number,
  state: IncidentObservation['state'],
  fields: Partial<IncidentObservation> = {},
): IncidentObservation => ({
  kind: 'incident',
  key: 'INC-1',
  service: 'acme/orders',
  state,
  at: at(day),
  ...fields,
});

it('knows nothing of what nobody observed', () => {
  expect(foldDeployment([])).toBeNull();
  expect(foldChange([])).toBeNull();
  expect(foldIncident([])).toBeNull();
});

describe('edge case 8: inactive and partial states', () => {
  it('keeps how a deployment ended', () => {
    const folded = foldDeployment([
      deploying('12:00', { result: 'canceled' }),
      deploying('10:00', { startedAt: at(1, '10:00') }),
      deploying('10:30', { result: 'success', commitSha: 'abc1234' }),
      deploying('13:00'),
    ]);
    expect(folded).toMatchObject({
      startedAt: at(1, '10:00'),
      finishedAt: at(1, '10:30'),
      result: 'success',
      commitSha: 'abc1234',
    });
  });

  it('prefers a known end to an unknown one', () => {
    expect(
      foldDeployment([
        deploying('10:30', { result: 'unknown' }),
        deploying('10:40', { result: 'failure' }),
      ]),
    ).toMatchObject({ result: 'failure', finishedAt: at(1, '10:40') });
  });

  it('runs while no end was reported', () => {
    expect(
      foldDeployment([deploying('10:00', { startedAt: at(1, '10:00') })]),
    ).toMatchObject({ result: null, finishedAt: null });
  });

  it('does not start after it ended', () => {
    expect(
      foldDeployment([
        deploying('10:00', { result: 'success', startedAt: at(1, '11:00') }),
      ]).startedAt,
    ).toBeNull();
  });
});

describe('a change', () => {
  it('takes the earliest time of each step and all its commits', () => {
    expect(
      foldChange([
        changing('09:00', {
          state: 'opened',
          firstCommitAt: at(1, '08:00'),
          commitShas: ['a', 'b'],
          labels: ['docs'],
        }),
        changing('10:00', { state: 'reviewed' }),
        changing('11:00', { state: 'reviewed' }),
        changing('12:00', {
          state: 'merged',
          firstCommitAt: at(1, '11:30'),
          commitShas: ['c'],
          mergeCommitSha: 'm',
          labels: ['docs', 'hotfix'],
        }),
      ]),
    ).toMatchObject({
      firstCommitAt: at(1, '08:00'),
      openedAt: at(1, '09:00'),
      firstReviewAt: at(1, '10:00'),
      mergedAt: at(1, '12:00'),
      commitShas: ['a', 'b', 'c'],
      labels: ['docs', 'hotfix'],
      isBot: false,
    });
  });

  it('believes a stated time more than that of the event', () => {
    expect(
      foldChange([
        changing('12:05', { state: 'merged', mergedAt: at(1, '12:00') }),
      ]).mergedAt,
    ).toEqual(at(1, '12:00'));
  });

  it('is not merged when it was given up', () => {
    expect(
      foldChange([changing('12:00', { state: 'abandoned' })]),
    ).toMatchObject({ mergedAt: null });
  });
});

describe('edge case 19: an incident that is opened again', () => {
  const first = [suffering(1, 'detected'), suffering(2, 'resolved')];

  it.each([
    ['within a day', 2.5],
    ['much later', 20],
  ])('%s is the same incident, counted', (_, day) => {
    const again = [
      ...first,
      suffering(day, 'reopened', { severity: 'sev1' }),
      suffering(21, 'resolved'),
    ];
    expect(foldIncident(again)).toMatchObject({
      detectedAt: at(1),
      resolvedAt: at(21),
      reopened: 1,
      severity: 'sev1',
    });
  });

  it('is open until it is resolved again, and what was mitigated no longer is', () => {
    expect(
      foldIncident([
        ...first,
        suffering(1.5, 'mitigated'),
        suffering(3, 'reopened', { mitigatedAt: at(1.5) }),
      ]),
    ).toMatchObject({ resolvedAt: null, mitigatedAt: null, reopened: 1 });
  });

  it('may be said to be detected again', () => {
    expect(foldIncident([...first, suffering(3, 'detected')])).toMatchObject({
      resolvedAt: null,
      reopened: 1,
    });
  });

  it('is resolved when that was first said', () => {
    expect(foldIncident([...first, suffering(9, 'resolved')])).toMatchObject({
      resolvedAt: at(2),
      reopened: 0,
    });
  });
});

describe('edge case 26: repeated deliveries', () => {
  const times = fc
    .integer({ min: 0, max: 6 })
    .map(hour => at(1, `0${hour}:00`));
  const optional = <T extends object>(model: {
    [K in keyof T]: fc.Arbitrary<T[K]>;
  }) => fc.record(model, { requiredKeys: [] });

  const deployments = fc
    .tuple(
      times,
      optional({
        startedAt: times,
        finishedAt: times,
        result: fc.constantFrom('success', 'failure', 'canceled', 'unknown'),
        commitSha: fc.constantFrom('a', 'b'),
        environment: fc.constantFrom('prod', 'staging'),
        changeKeys: fc.array(fc.constantFrom('1', '2', '3')),
      }),
    )
    .map(([time, fields]) => deploying('00:00', { ...fields, at: time }));
  const changes = fc
    .tuple(
      times,
      optional({
        state: fc.constantFrom('opened', 'reviewed', 'merged', 'abandoned'),
        mergedAt: times,
        firstCommitAt: times,
        commitShas: fc.array(fc.constantFrom('a', 'b')),
        labels: fc.array(fc.constantFrom('x', 'y')),
      }),
    )
    .map(([time, fields]) => changing('00:00', { ...fields, at: time }));
  const incidents = fc
    .tuple(
      times,
      fc.constantFrom(
        'detected',
        'mitigated',
        'resolved',
        'reopened',
        'updated',
      ),
      optional({ mitigatedAt: times, causedBy: fc.constantFrom('a', 'b') }),
    )
    .map(([time, state, fields]) =>
      suffering(1, state, { ...fields, at: time }),
    );

  const disorder = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.array(arbitrary, { minLength: 1, maxLength: 7 }).chain(all =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all, ...all], {
          minLength: all.length * 3,
        }),
      ),
    );

  it('and any order of arrival make no difference to a deployment', () => {
    fc.assert(
      fc.property(disorder(deployments), ([all, shuffled]) => {
        expect(foldDeployment(shuffled)).toEqual(foldDeployment(all));
      }),
    );
  });

  it('nor to a change', () => {
    fc.assert(
      fc.property(disorder(changes), ([all, shuffled]) => {
        expect(foldChange(shuffled)).toEqual(foldChange(all));
      }),
    );
  });

  it('nor to an incident', () => {
    fc.assert(
      fc.property(disorder(incidents), ([all, shuffled]) => {
        expect(foldIncident(shuffled)).toEqual(foldIncident(all));
      }),
    );
  });
});
