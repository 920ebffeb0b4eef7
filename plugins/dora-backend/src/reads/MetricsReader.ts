import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  summarise,
  type DoraMetrics,
  type MetricWindow,
  type Summary,
} from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import { selectCells, type StoredCell } from '../database/reads/selectCells';
import {
  selectChangeSamples,
  selectDeploymentSamples,
  selectPending,
} from '../database/reads/selectSamples';
import { periodOf, type Calendar, type Grain } from '../domain/calendar';
import { groupBy } from '../domain/groupBy';
import { cellsOf, cellsOfPeriod, type Cell } from '../rollUps/cells';
import { ORGANISATION } from '../rollUps/DeltaBook';
import { histogramOf } from '../rollUps/histograms';
import {
  begunPeriods,
  summariseRollUps,
  type PeriodTally,
} from '../rollUps/summariseRollUps';
import { DURATIONS, Tally } from '../rollUps/Tally';
import type { FreshnessReader } from './FreshnessReader';
import { readWindow } from './readWindow';
import type { Scope } from './Scope';
import type { ScopeQuery, ScopeResolver } from './ScopeResolver';

/** Up to so many samples are taken one by one. */
const MAX_EXACT = 10_000;

export interface MetricsQuery extends ScopeQuery {
  from: string;
  to: string;
  interval: Grain;
}

/** The figures of a scope in a window: exact from samples where those are few, else from roll-ups. */
export class MetricsReader {
  readonly #knex: Knex;
  readonly #scopes: ScopeResolver;
  readonly #freshness: FreshnessReader;
  readonly #calendar: Calendar;
  readonly #graceHours: number;
  readonly #maxExact: number;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    scopes: ScopeResolver;
    freshness: FreshnessReader;
    calendar: Calendar;
    graceHours: number;
    /** For tests. */
    maxExact?: number;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#scopes = options.scopes;
    this.#freshness = options.freshness;
    this.#calendar = options.calendar;
    this.#graceHours = options.graceHours;
    this.#maxExact = options.maxExact ?? MAX_EXACT;
    this.#now = options.now;
  }

  async read(
    query: MetricsQuery,
    credentials: BackstageCredentials,
  ): Promise<DoraMetrics> {
    const window = readWindow(query, this.#calendar.timezone);
    const scope = await this.#scopes.resolve(query, credentials);
    const total = await this.total(scope, window);
    const summary = this.isExact(total)
      ? await this.#exact(scope, window, query.interval)
      : await this.#fromRollUps(scope, window, query.interval, total);
    return {
      scope: query.scope ?? null,
      ...window,
      ...summary,
      unlinkedIncidents: total.counters.unlinkedIncidents ?? 0,
      freshness: await this.#freshness.read(),
    };
  }

  /** Counters of the whole window; histograms only where samples would be too many. */
  async total(scope: Scope, window: MetricWindow): Promise<Tally> {
    const options = {
      scopes: scopesOf(scope),
      cells: cellsOf(window.from, window.to),
    };
    const counters = sumOf(
      await selectCells(this.#knex, { ...options, withHistograms: false }),
    );
    return this.isExact(counters)
      ? counters
      : sumOf(
          await selectCells(this.#knex, { ...options, withHistograms: true }),
        );
  }

  isExact({ counters }: Pick<Tally, 'counters'>): boolean {
    return (counters.leadN ?? 0) + (counters.jobs ?? 0) <= this.#maxExact;
  }

  async #exact(
    scope: Scope,
    window: MetricWindow,
    interval: Grain,
  ): Promise<Summary> {
    const options = { scope, ...this.#instants(window) };
    const [deployments, changes] = await Promise.all([
      selectDeploymentSamples(this.#knex, options),
      selectChangeSamples(this.#knex, options),
    ]);
    return summarise(
      { deployments, changes },
      { window, interval, now: this.#now(), graceHours: this.#graceHours },
    );
  }

  async #fromRollUps(
    scope: Scope,
    window: MetricWindow,
    interval: Grain,
    total: Tally,
  ): Promise<Summary> {
    const now = this.#now();
    const periods = begunPeriods(window, interval, now);
    const weeks = begunPeriods(window, 'week', now);
    const ofPeriods = periods.map(period => cellsOfPeriod(period, interval));
    const ofWeeks: Cell[] = weeks
      .filter(({ isCut }) => !isCut)
      .map(({ start }) => ({ grain: 'week', start }));
    const scopes = scopesOf(scope);
    const isSingle = scopes.length === 1;
    const whole = ofPeriods.filter(cells => cells.length === 1).flat();
    const parts = ofPeriods.filter(cells => cells.length !== 1).flat();
    const [wholeCells, partCells, weekCells, pending] = await Promise.all([
      // Of one scope the median of a bar is there already.
      selectCells(this.#knex, {
        scopes,
        cells: whole,
        withHistograms: !isSingle,
      }),
      selectCells(this.#knex, { scopes, cells: parts, withHistograms: true }),
      selectCells(this.#knex, {
        scopes,
        cells: ofWeeks,
        withHistograms: false,
      }),
      selectPending(this.#knex, {
        scope,
        ...this.#instants(window),
        timezone: window.timezone,
        youngerThan: new Date(now.getTime() - this.#graceHours * 3_600_000),
      }),
    ]);
    const byCell = groupBy([...wholeCells, ...partCells], keyOf);
    const tallies = periods.map((period, i): PeriodTally => {
      const cells = ofPeriods[i].flatMap(cell => byCell.get(keyOf(cell)) ?? []);
      const tally = sumOf(cells);
      const isKnown = isSingle && ofPeriods[i].length === 1;
      return {
        period,
        tally,
        medians: isKnown ? cells[0]?.medians ?? {} : mediansOf(tally),
      };
    });
    const byWeek = groupBy(weekCells, ({ start }) => start);
    return summariseRollUps({
      window,
      now,
      total,
      periods: tallies,
      weeks: new Map(
        [...byWeek].map(([start, cells]) => [
          periodOf(start, 'week'),
          sumOf(cells),
        ]),
      ),
      pending,
    });
  }

  #instants({ from, to }: MetricWindow) {
    return {
      from: this.#calendar.startOf(from),
      to: this.#calendar.startOf(to),
    };
  }
}

/** Roll-ups that make up a scope. */
function scopesOf(scope: Scope): string[] {
  switch (scope.kind) {
    case 'organisation':
      return [ORGANISATION];
    case 'services':
      return scope.services;
    case 'owners':
      return scope.owners;
    default:
      throw new Error(`There is no scope '${scope satisfies never}'`);
  }
}

function keyOf({ grain, start }: Cell) {
  return `${grain} ${start}`;
}

function sumOf(cells: readonly StoredCell[]): Tally {
  const sum = new Tally();
  for (const { counters, histograms } of cells) {
    sum.add({ counters, histograms: histograms ?? {} });
  }
  return sum;
}

function mediansOf(tally: Tally): PeriodTally['medians'] {
  return Object.fromEntries(
    DURATIONS.flatMap(duration => {
      const median = histogramOf(tally, duration).percentile(0.5);
      return median === null ? [] : [[duration, median]];
    }),
  );
}
