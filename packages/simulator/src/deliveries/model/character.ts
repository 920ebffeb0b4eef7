import type { Spread } from './distributions';

export type DeployMode =
  /** Every merge goes out when the pipeline is through. */
  | 'each-merge'
  /** What is merged goes out together, on some days of the week. */
  | 'train'
  /** A tag goes out. */
  | 'tags'
  /** A tag goes out, and nobody reports it: Git is all there is. */
  | 'git-tags'
  | 'never';

/** How a team works at one time. Hours are working hours, minutes are of the clock. */
export interface Phase {
  /** From which share of the simulated past on it is like this. */
  from: number;
  deploy: DeployMode;
  /** Monday is 1. */
  trainDays: readonly number[];
  /** A release is cut after so many merges. */
  releaseEvery: readonly [number, number];
  /** Amount of work, relative to what the kind of service suggests. */
  pace: number;
  codingHours: Spread;
  /** Share of changes that nobody looks at. */
  unreviewed: number;
  /** Reviews that people find time for, relative to those that are asked for. */
  reviewCapacity: number;
  /** Chance that a review asks for more work and another review. */
  anotherRound: number;
  reworkHours: Spread;
  mergeHours: Spread;
  pipelineMinutes: Spread;
  flaky: number;
  /** From staging to production. */
  approvalHours: Spread;
  /** Chances that a job of deployment fails. */
  jobFailure: number;
  /** Chance that what was deployed has to be repaired. */
  failure: number;
  detectMinutes: Spread;
  repairMinutes: Spread;
  rollback: number;
  hotfix: number;
  /** Neither: a switch, more memory, a restart. */
  operation: number;
}

/** How well a team tells its tools what happened; chances. */
export interface Reporting {
  rollback: number;
  remediates: number;
  unplanned: number;
  /** Failures that become an incident at all. */
  incident: number;
  cause: number;
  impact: number;
  mitigation: number;
}

export interface Character {
  name: string;
  description: string;
  /** No deployments around Christmas, but repairs. */
  freeze: boolean;
  /** Share of its most important services that run in two regions. */
  regions: number;
  reporting: Reporting;
  /** At least one, from 0 on. Numbers move evenly from one to the next. */
  phases: readonly Phase[];
}

const mix = (a: number, b: number, share: number) => a + (b - a) * share;
const mixSpread = (a: Spread, b: Spread, share: number): Spread => ({
  median: mix(a.median, b.median, share),
  sigma: mix(a.sigma, b.sigma, share),
});

/** How the team works at `progress`, 0 at the start of the past and 1 at its end and after. */
export function phaseAt({ phases }: Character, progress: number): Phase {
  const next = phases.findIndex(({ from }) => from > progress);
  if (next === -1) return phases[phases.length - 1];
  const a = phases[Math.max(0, next - 1)];
  const b = phases[next];
  const share = (progress - a.from) / (b.from - a.from);
  const number = (
    key: {
      [K in keyof Phase]: Phase[K] extends number ? K : never;
    }[keyof Phase],
  ) => mix(a[key], b[key], share);
  const spread = (
    key: {
      [K in keyof Phase]: Phase[K] extends Spread ? K : never;
    }[keyof Phase],
  ) => mixSpread(a[key], b[key], share);
  return {
    ...a,
    pace: number('pace'),
    codingHours: spread('codingHours'),
    unreviewed: number('unreviewed'),
    reviewCapacity: number('reviewCapacity'),
    anotherRound: number('anotherRound'),
    reworkHours: spread('reworkHours'),
    mergeHours: spread('mergeHours'),
    pipelineMinutes: spread('pipelineMinutes'),
    flaky: number('flaky'),
    approvalHours: spread('approvalHours'),
    jobFailure: number('jobFailure'),
    failure: number('failure'),
    detectMinutes: spread('detectMinutes'),
    repairMinutes: spread('repairMinutes'),
    rollback: number('rollback'),
    hotfix: number('hotfix'),
    operation: number('operation'),
  };
}
