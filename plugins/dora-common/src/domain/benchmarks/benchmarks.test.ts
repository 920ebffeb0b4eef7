import { BENCHMARK_SETS } from './clusters';
import {
  DEFAULT_QUICK_CHECK,
  QUICK_CHECK_EDITIONS,
  quickCheckScores,
} from './quickCheck';

const HOUR = 3_600;
const DAY = 24 * HOUR;

const NOTHING = {
  leadTimeSeconds: null,
  deploymentsPerWeek: null,
  recoverySeconds: null,
  changeFailRate: null,
  reworkRate: null,
};

describe('edge case 28: bands are versioned data', () => {
  it('has the clusters of three years, and none for later ones', () => {
    expect(BENCHMARK_SETS.map(({ id }) => id)).toEqual([
      'dora-2021',
      'dora-2023',
      'dora-2024',
    ]);
  });

  it('keeps that high performers of 2024 failed more often than medium ones', () => {
    const [, high, medium] = BENCHMARK_SETS[2].clusters;
    expect(high.metrics.changeFailRate.low).toBe(0.2);
    expect(medium.metrics.changeFailRate.low).toBe(0.1);
  });

  it('has ranges that do not run backwards', () => {
    for (const { clusters } of BENCHMARK_SETS) {
      for (const { metrics } of clusters) {
        for (const { low, high } of Object.values(metrics)) {
          expect(low ?? 0).toBeLessThanOrEqual(high ?? Infinity);
        }
      }
    }
  });

  it('compares with 2025 by default', () => {
    expect(DEFAULT_QUICK_CHECK.year).toBe(2025);
    expect(DEFAULT_QUICK_CHECK.industry.leadTime).toEqual({
      mean: 5.5,
      spread: 2.4,
    });
    expect(new Set(QUICK_CHECK_EDITIONS.map(({ id }) => id)).size).toBe(2);
  });
});

describe('quickCheckScores', () => {
  it.each([
    [HOUR - 1, 10],
    [HOUR, 8],
    [DAY, 6],
    [7 * DAY, 4],
    [30 * DAY, 2],
    [183 * DAY, 0],
  ])('gives %i seconds of lead or recovery time %i', (seconds, score) => {
    const scores = quickCheckScores({
      ...NOTHING,
      leadTimeSeconds: seconds,
      recoverySeconds: seconds,
    });
    expect(scores).toMatchObject({ leadTime: score, recoveryTime: score });
  });

  it.each([
    [14, 10],
    [7, 8],
    [1, 6],
    [0.25, 4],
    [0.05, 2],
    [0, 0],
  ])('gives %f deployments a week %i', (deploymentsPerWeek, score) => {
    expect(
      quickCheckScores({ ...NOTHING, deploymentsPerWeek }).deploymentFrequency,
    ).toBe(score);
  });

  it('averages throughput and stability, and never both', () => {
    const scores = quickCheckScores({
      leadTimeSeconds: 2 * DAY,
      deploymentsPerWeek: 7,
      recoverySeconds: HOUR / 2,
      changeFailRate: 0.25,
      reworkRate: 0.05,
    });
    expect(scores).toEqual({
      leadTime: 6,
      deploymentFrequency: 8,
      recoveryTime: 10,
      changeFailRate: 7.5,
      reworkRate: 9.5,
      throughput: 8,
      stability: 8.5,
    });
  });

  it('does not average what it does not know', () => {
    expect(quickCheckScores({ ...NOTHING, changeFailRate: 0.1 })).toMatchObject(
      { changeFailRate: 9, throughput: null, stability: null },
    );
  });
});
