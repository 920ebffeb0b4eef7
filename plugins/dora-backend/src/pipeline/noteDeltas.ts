import type { Knex } from 'knex';
import type { RowDiff } from '../database/pipeline/DerivedTable';
import {
  markGeneration,
  selectGenerations,
  selectServicesOfGeneration,
} from '../database/pipeline/generations';
import { insertDeltas } from '../database/rollUps/insertDeltas';
import type { Calendar } from '../domain/calendar';
import { DeltaBook } from '../rollUps/DeltaBook';
import type { DerivedRows } from './toDerivedRows';

export interface DerivedDiffs {
  deployments: RowDiff<DerivedRows['deployments'][number]>;
  changes: RowDiff<DerivedRows['changes'][number]>;
  incidents: RowDiff<DerivedRows['incidents'][number]>;
}

function allOf({ deployments, changes, incidents }: DerivedRows): DerivedDiffs {
  return {
    deployments: { added: deployments, removed: [] },
    changes: { added: changes, removed: [] },
    incidents: { added: incidents, removed: [] },
  };
}

function servicesIn(diffs: DerivedDiffs): string[] {
  return Object.values(diffs).flatMap(
    ({ added, removed }: RowDiff<{ service: string }>) =>
      [...added, ...removed].map(({ service }) => service),
  );
}

function enterDiffs(
  book: DeltaBook,
  { deployments, changes, incidents }: DerivedDiffs,
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

/**
 * Roll-ups get the difference. Those that a rebuild fills get all of a
 * service the first time it is derived, and differences from then on.
 */
export async function noteDeltas(
  tx: Knex.Transaction,
  diffs: DerivedDiffs,
  options: {
    calendar: Calendar;
    /** Services of which `after` has everything. */
    whole: readonly string[];
    after: DerivedRows;
  },
) {
  const { calendar, whole, after } = options;
  const { current, next } = await selectGenerations(tx);
  const book = new DeltaBook(calendar);
  enterDiffs(book, diffs, () => true);
  await insertDeltas(tx, book.deltas, current);
  if (next === current) {
    return;
  }
  const services = new Set([...servicesIn(diffs), ...whole]);
  const complete = await selectServicesOfGeneration(tx, [...services], next);
  const rebuilt = new DeltaBook(calendar);
  enterDiffs(rebuilt, diffs, ({ service }) => complete.has(service));
  const fresh = new Set(whole.filter(service => !complete.has(service)));
  enterDiffs(rebuilt, allOf(after), ({ service }) => fresh.has(service));
  await insertDeltas(tx, rebuilt.deltas, next);
  await markGeneration(tx, [...fresh], next);
}
