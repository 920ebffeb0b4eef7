/** The scale of the DORA Quick Check: 0..10, higher is better. */
export interface QuickCheckScores {
  leadTime: number | null;
  deploymentFrequency: number | null;
  recoveryTime: number | null;
  changeFailRate: number | null;
  reworkRate: number | null;
  /** Mean of lead time, frequency and recovery; null unless all are known. */
  throughput: number | null;
  /** Mean of change fail rate and rework rate; null unless both are known. */
  stability: number | null;
}

/** Answers of all industries; `spread` is the standard deviation, null where it is not published. */
export interface QuickCheckEdition {
  id: string;
  year: number;
  source: string;
  industry: Partial<
    Record<keyof QuickCheckScores, { mean: number; spread: number | null }>
  >;
}

export const QUICK_CHECK_EDITIONS: readonly QuickCheckEdition[] = [
  {
    id: 'quick-check-2024',
    year: 2024,
    source: 'DORA Quick Check, 2024 survey',
    industry: {
      leadTime: { mean: 5.1, spread: null },
      deploymentFrequency: { mean: 5.3, spread: null },
      recoveryTime: { mean: 7.5, spread: null },
      changeFailRate: { mean: 8.3, spread: null },
    },
  },
  {
    id: 'quick-check-2025',
    year: 2025,
    source: 'DORA Quick Check, 2025 survey',
    industry: {
      leadTime: { mean: 5.5, spread: 2.4 },
      deploymentFrequency: { mean: 4.8, spread: 2.8 },
      recoveryTime: { mean: 7.4, spread: 2.1 },
      changeFailRate: { mean: 8.1, spread: 2.1 },
      reworkRate: { mean: 7.8, spread: 2.2 },
      throughput: { mean: 6, spread: 2.1 },
    },
  },
];

/** What figures are compared with unless somebody asks for something else. */
export const DEFAULT_QUICK_CHECK = QUICK_CHECK_EDITIONS[1];

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** The survey's answers in seconds, best first; a month has 30 days, half a year 182.5. */
const DURATION_LIMITS = [HOUR, DAY, 7 * DAY, 30 * DAY, 182.5 * DAY];

/**
 * The survey's answers in deployments a week, best first: twice a day (its
 * "multiple deploys per day"), daily, weekly, monthly, every half year.
 */
const FREQUENCY_LIMITS = [14, 7, 1, 7 / 30, 7 / 182.5];

/** The six answers of a question are spread over 0..10. */
const STEP = 2;

/**
 * Measured figures on the scale of the Quick Check. The survey asks people and
 * this measures, so the two are near each other and not the same.
 *
 * @param measured - p50 in seconds, deployments a week, rates 0..1
 */
export function quickCheckScores(measured: {
  leadTimeSeconds: number | null;
  deploymentsPerWeek: number | null;
  recoverySeconds: number | null;
  changeFailRate: number | null;
  reworkRate: number | null;
}): QuickCheckScores {
  const leadTime = durationScore(measured.leadTimeSeconds);
  const deploymentFrequency = frequencyScore(measured.deploymentsPerWeek);
  const recoveryTime = durationScore(measured.recoverySeconds);
  const changeFailRate = rateScore(measured.changeFailRate);
  const reworkRate = rateScore(measured.reworkRate);
  return {
    leadTime,
    deploymentFrequency,
    recoveryTime,
    changeFailRate,
    reworkRate,
    throughput: meanOf([leadTime, deploymentFrequency, recoveryTime]),
    stability: meanOf([changeFailRate, reworkRate]),
  };
}

function durationScore(seconds: number | null) {
  return seconds === null
    ? null
    : STEP * DURATION_LIMITS.filter(limit => seconds < limit).length;
}

function frequencyScore(perWeek: number | null) {
  return perWeek === null
    ? null
    : STEP * FREQUENCY_LIMITS.filter(limit => perWeek >= limit).length;
}

function rateScore(rate: number | null) {
  return rate === null ? null : 10 * (1 - rate);
}

function meanOf(scores: readonly (number | null)[]): number | null {
  const known = scores.filter(score => score !== null);
  if (known.length < scores.length) return null;
  return known.reduce((sum, score) => sum + score, 0) / known.length;
}
