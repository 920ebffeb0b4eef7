import { bucketOf } from '@waymark/plugin-dora-common';
import {
  GRAINS,
  periodOf,
  weekdayOf,
  type Calendar,
  type Grain,
  type LocalDate,
} from '../domain/calendar';
import type {
  DerivedChangeRow,
  DerivedDeploymentRow,
  DerivedIncidentRow,
} from '../pipeline/derivedRows';
import { Tally, type Duration } from './Tally';

/** The scope of everything. */
export const ORGANISATION = '*';

export interface Delta {
  scope: string;
  grain: Grain;
  start: LocalDate;
  tally: Tally;
}

const STAGES = ['lead', 'coding', 'pickup', 'review', 'deploy'] as const;

/** What has to be added to which roll-up, when rows come and go. */
export class DeltaBook {
  readonly #calendar: Calendar;
  readonly #deltas = new Map<string, Delta>();

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  /** A deployment counts on the day it finished, and so does its recovery. */
  deployment(row: DerivedDeploymentRow, times: 1 | -1): void {
    const tally = new Tally();
    tally.count('jobs');
    if (row.result === 'success') {
      tally.count('jobsSucceeded');
    }
    if (row.counted) {
      tally.count('deployments');
    }
    if (row.counted && row.unplanned) {
      tally.count('unplanned');
    }
    if (row.failed) {
      tally.count('failed');
      if (row.recovery_seconds === null) {
        tally.count('open');
      } else {
        sample(tally, 'recovery', row.recovery_seconds);
      }
    }
    const day = this.#calendar.dayOf(row.finished_at);
    this.#enter(row, day, tally, times, row.counted);
  }

  /** A change counts on the day on which it was deployed. */
  change(row: DerivedChangeRow, times: 1 | -1): void {
    if (!row.deployed_at) {
      return;
    }
    const tally = new Tally();
    if (row.method) {
      tally.count(`change:${row.method}`);
    }
    if (row.sample) {
      for (const stage of STAGES) {
        const seconds = row[`${stage}_seconds`];
        if (seconds !== null) {
          sample(tally, stage, seconds);
        }
      }
    }
    this.#enter(row, this.#calendar.dayOf(row.deployed_at), tally, times);
  }

  /** An incident counts on the day on which its impact started. */
  incident(row: DerivedIncidentRow, times: 1 | -1): void {
    const tally = new Tally();
    tally.count('incidents');
    if (row.cause_id === null) {
      tally.count('unlinkedIncidents');
    }
    if (row.method) {
      tally.count(`incident:${row.method}`);
    }
    this.#enter(row, this.#calendar.dayOf(row.started_at), tally, times);
  }

  /** What did not cancel out. */
  get deltas(): Delta[] {
    return [...this.#deltas.values()].filter(({ tally }) => !tally.isEmpty);
  }

  #enter(
    { service, owner }: { service: string; owner: string | null },
    day: LocalDate,
    tally: Tally,
    times: 1 | -1,
    isDeployment = false,
  ) {
    const scopes = [service, ORGANISATION, ...(owner === null ? [] : [owner])];
    for (const scope of scopes) {
      for (const grain of GRAINS) {
        const sum = this.#at(scope, grain, periodOf(day, grain));
        sum.merge(tally, times);
        if (isDeployment && grain === 'week') {
          sum.count(`day${weekdayOf(day)}`, times);
        }
      }
    }
  }

  #at(scope: string, grain: Grain, start: LocalDate): Tally {
    const key = `${scope} ${grain} ${start}`;
    let delta = this.#deltas.get(key);
    if (!delta) {
      delta = { scope, grain, start, tally: new Tally() };
      this.#deltas.set(key, delta);
    }
    return delta.tally;
  }
}

function sample(tally: Tally, duration: Duration, seconds: number) {
  tally.sample(duration, bucketOf(seconds));
  tally.count(`${duration}Ms`, Math.round(seconds * 1_000));
  tally.count(`${duration}N`);
}
