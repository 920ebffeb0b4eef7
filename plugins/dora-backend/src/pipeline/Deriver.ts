import { deriveService, type ServiceRules } from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import {
  derivedChanges,
  derivedDeployments,
  derivedIncidents,
} from '../database/pipeline/derivedTables';
import type { RowDiff } from '../database/pipeline/DerivedTable';
import {
  takeDirtyServices,
  type DirtyService,
} from '../database/pipeline/dirtyServices';
import {
  markGeneration,
  selectGenerations,
  selectServicesOfGeneration,
} from '../database/pipeline/generations';
import { claimLanes, waitForLane } from '../database/pipeline/lanes';
import { insertDeltas } from '../database/rollUps/insertDeltas';
import type { Calendar } from '../domain/calendar';
import type { KnowledgeCache } from '../names/KnowledgeCache';
import { DeltaBook } from '../rollUps/DeltaBook';
import { loadServices } from './loadServices';
import { toDerivedRows, type DerivedRows } from './toDerivedRows';
import { toServiceFacts, type StoredService } from './toServiceFacts';

const LANES_AT_ONCE = 16;
/** Few, so that the requests of people come between. */
const BATCH = 20;

/** Derives what follows from the facts of services, and writes what differs. */
export class Deriver {
  readonly #knex: Knex;
  readonly #knowledge: KnowledgeCache;
  readonly #calendar: Calendar;
  readonly #rules: ServiceRules;

  constructor(options: {
    knex: Knex;
    knowledge: KnowledgeCache;
    calendar: Calendar;
    rules: ServiceRules;
  }) {
    this.#knex = options.knex;
    this.#knowledge = options.knowledge;
    this.#calendar = options.calendar;
    this.#rules = options.rules;
  }

  /** @returns how many services were derived; 0: nothing to do */
  async run(): Promise<number> {
    return this.#knex.transaction(async tx => {
      const lanes = await claimLanes(tx, {
        stage: 'derive',
        limit: LANES_AT_ONCE,
      });
      if (lanes.length === 0) {
        return 0;
      }
      const dirty = await takeDirtyServices(tx, { lanes, limit: BATCH });
      await this.#derive(tx, dirty);
      return dirty.length;
    });
  }

  /** For a person who waits to see what their decision does. */
  async runNow(tx: Knex.Transaction, dirty: DirtyService): Promise<void> {
    await waitForLane(tx, { stage: 'derive', key: dirty.service });
    await this.#derive(tx, [dirty]);
  }

  async #derive(tx: Knex.Transaction, dirty: readonly DirtyService[]) {
    if (dirty.length === 0) {
      return;
    }
    const knowledge = await this.#knowledge.share(tx);
    const services = dirty.map(({ service }) => service);
    const stored = await loadServices(tx, services);
    const after: DerivedRows = { deployments: [], changes: [], incidents: [] };
    for (const each of stored) {
      const rows = this.#rowsOf(each, knowledge.owners);
      after.deployments.push(...rows.deployments);
      after.changes.push(...rows.changes);
      after.incidents.push(...rows.incidents);
    }
    const before: DerivedRows = {
      deployments: await derivedDeployments.selectOf(tx, services),
      changes: await derivedChanges.selectOf(tx, services),
      incidents: await derivedIncidents.selectOf(tx, services),
    };
    const diffs = {
      deployments: derivedDeployments.diff(
        before.deployments,
        after.deployments,
      ),
      changes: derivedChanges.diff(before.changes, after.changes),
      incidents: derivedIncidents.diff(before.incidents, after.incidents),
    };
    await derivedDeployments.write(tx, diffs.deployments);
    await derivedChanges.write(tx, diffs.changes);
    await derivedIncidents.write(tx, diffs.incidents);
    await this.#writeDeltas(tx, services, diffs, after);
  }

  #rowsOf(stored: StoredService, owners: Parameters<typeof toDerivedRows>[2]) {
    const facts = toServiceFacts(stored, this.#rules);
    return toDerivedRows(facts, deriveService(facts), owners);
  }

  /**
   * Roll-ups get the difference. Those that a rebuild fills get all of a
   * service the first time it is derived, and differences from then on.
   */
  async #writeDeltas(
    tx: Knex.Transaction,
    services: readonly string[],
    diffs: Diffs,
    after: DerivedRows,
  ) {
    const { current, next } = await selectGenerations(tx);
    const book = new DeltaBook(this.#calendar);
    enterDiffs(book, diffs, () => true);
    await insertDeltas(tx, book.deltas, current);
    if (next === current) {
      return;
    }
    const complete = await selectServicesOfGeneration(tx, services, next);
    const rebuilt = new DeltaBook(this.#calendar);
    enterDiffs(rebuilt, diffs, ({ service }) => complete.has(service));
    const fresh = services.filter(service => !complete.has(service));
    const isFresh = new Set(fresh);
    enterDiffs(rebuilt, allOf(after), ({ service }) => isFresh.has(service));
    await insertDeltas(tx, rebuilt.deltas, next);
    await markGeneration(tx, fresh, next);
  }
}

interface Diffs {
  deployments: RowDiff<DerivedRows['deployments'][number]>;
  changes: RowDiff<DerivedRows['changes'][number]>;
  incidents: RowDiff<DerivedRows['incidents'][number]>;
}

const allOf = ({ deployments, changes, incidents }: DerivedRows): Diffs => ({
  deployments: { added: deployments, removed: [] },
  changes: { added: changes, removed: [] },
  incidents: { added: incidents, removed: [] },
});

function enterDiffs(
  book: DeltaBook,
  { deployments, changes, incidents }: Diffs,
  isMeant: (row: { service: string }) => boolean,
) {
  const enter = <Row extends { service: string }>(
    { added, removed }: RowDiff<Row>,
    note: (row: Row, times: 1 | -1) => void,
  ) => {
    added.filter(isMeant).forEach(row => note(row, 1));
    removed.filter(isMeant).forEach(row => note(row, -1));
  };
  enter(deployments, (row, times) => book.deployment(row, times));
  enter(changes, (row, times) => book.change(row, times));
  enter(incidents, (row, times) => book.incident(row, times));
}
