import { deriveService, type ServiceRules } from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import {
  derivedChanges,
  derivedDeployments,
  derivedIncidents,
} from '../database/pipeline/derivedTables';
import {
  takeDirtyServices,
  type DirtyService,
} from '../database/pipeline/dirtyServices';
import { inBatch } from '../database/pipeline/inBatch';
import { requestRanges } from '../database/git/rangeRequests';
import { countFacts } from '../database/pipeline/countFacts';
import { claimLanes, waitForLane } from '../database/pipeline/lanes';
import type { WindowStart } from '../database/pipeline/selectWindowFacts';
import type { Calendar } from '../domain/calendar';
import { packs } from '../domain/packs';
import { BEGINNING, type Owners } from '../names/Owners';
import type { KnowledgeCache } from '../names/KnowledgeCache';
import { loadServices } from './loadServices';
import { noteDeltas } from './noteDeltas';
import { deriveWindow } from './windows/deriveWindow';
import { loadWindows, type DirtyWindow } from './windows/loadWindows';
import { toDerivedRows, type DerivedRows } from './toDerivedRows';
import { toServiceFacts, type StoredService } from './toServiceFacts';

const LANES_AT_ONCE = 16;
const BATCH = 100;
/** So much is in memory at once, however much a service has; a larger one is alone. */
const FACTS_AT_ONCE = 10_000;
const HOUR_MS = 3_600_000;
/** So much before what changed is derived again: most of what reaches back ends there. */
const MARGIN_HOURS = 7 * 24;

/** Derives what follows from the facts of services, and writes what differs. */
export class Deriver {
  readonly #knex: Knex;
  readonly #knowledge: KnowledgeCache;
  readonly #calendar: Calendar;
  readonly #rules: ServiceRules;
  readonly #marginMs: number;

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
    // A deployment that an incident of the window may be blamed on is in it.
    const margin = Math.max(MARGIN_HOURS, 2 * options.rules.causeWindowHours);
    this.#marginMs = margin * HOUR_MS;
  }

  /** @returns how many services were derived; 0: nothing to do */
  async run(): Promise<number> {
    return inBatch(this.#knex, async tx => {
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
  async runNow(tx: Knex.Transaction, service: string): Promise<void> {
    await waitForLane(tx, { stage: 'derive', key: service });
    await this.#derive(tx, [{ service, from: BEGINNING }]);
  }

  async #derive(tx: Knex.Transaction, dirty: readonly DirtyService[]) {
    if (dirty.length === 0) {
      return;
    }
    await requestRanges(
      tx,
      dirty.map(({ service }) => service),
    );
    const { owners } = await this.#knowledge.share(tx);
    const isWhole = ({ from }: DirtyService) => from <= BEGINNING;
    const whole = dirty.filter(isWhole).map(({ service }) => service);
    const windows = dirty
      .filter(each => !isWhole(each))
      .map(each => ({
        ...each,
        start: new Date(each.from.getTime() - this.#marginMs),
      }));
    for (const pack of await this.#pack(tx, windows)) {
      whole.push(...(await this.#deriveWindows(tx, pack, owners)));
    }
    const all = whole.map(service => ({ service, start: BEGINNING }));
    for (const pack of await this.#pack(tx, all)) {
      const services = pack.map(({ service }) => service);
      await this.#deriveWhole(tx, services, owners);
    }
  }

  async #pack<Window extends WindowStart>(
    tx: Knex.Transaction,
    windows: readonly Window[],
  ): Promise<Window[][]> {
    const facts = await countFacts(tx, windows);
    return packs(
      windows,
      ({ service }) => facts.get(service) ?? 0,
      FACTS_AT_ONCE,
    );
  }

  /** @returns services that have to be derived as a whole */
  async #deriveWindows(
    tx: Knex.Transaction,
    dirty: readonly DirtyWindow[],
    owners: Owners,
  ): Promise<string[]> {
    const whole: string[] = [];
    const before: DerivedRows = { deployments: [], changes: [], incidents: [] };
    const after: DerivedRows = { deployments: [], changes: [], incidents: [] };
    for (const window of await loadWindows(tx, dirty)) {
      const rows = deriveWindow(window, this.#rules, owners);
      if (rows) {
        addRows(before, rows.before);
        addRows(after, rows.after);
      } else {
        whole.push(window.service);
      }
    }
    await this.#write(tx, { before, after });
    return whole;
  }

  async #deriveWhole(
    tx: Knex.Transaction,
    services: readonly string[],
    owners: Owners,
  ) {
    const after: DerivedRows = { deployments: [], changes: [], incidents: [] };
    for (const stored of await loadServices(tx, services)) {
      addRows(after, this.#rowsOf(stored, owners));
    }
    const before = {
      deployments: await derivedDeployments.selectOf(tx, services),
      changes: await derivedChanges.selectOf(tx, services),
      incidents: await derivedIncidents.selectOf(tx, services),
    };
    await this.#write(tx, { before, after, whole: services });
  }

  /** @param rows.whole - services of which `after` has everything */
  async #write(
    tx: Knex.Transaction,
    rows: {
      before: DerivedRows;
      after: DerivedRows;
      whole?: readonly string[];
    },
  ) {
    const { before, after, whole = [] } = rows;
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
    await noteDeltas(tx, diffs, {
      calendar: this.#calendar,
      whole,
      after,
    });
  }

  #rowsOf(stored: StoredService, owners: Owners) {
    const facts = toServiceFacts(stored, this.#rules);
    return toDerivedRows(facts, deriveService(facts), owners);
  }
}

function addRows(to: DerivedRows, rows: DerivedRows) {
  to.deployments.push(...rows.deployments);
  to.changes.push(...rows.changes);
  to.incidents.push(...rows.incidents);
}
