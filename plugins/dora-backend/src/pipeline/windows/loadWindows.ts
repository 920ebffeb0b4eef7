import type { Knex } from 'knex';
import {
  derivedChanges,
  derivedDeployments,
  derivedIncidents,
} from '../../database/pipeline/derivedTables';
import type { DirtyService } from '../../database/pipeline/dirtyServices';
import { selectRangesOf } from '../../database/pipeline/selectServiceFacts';
import {
  selectLastBefore,
  selectSameBefore,
  selectWindowChanges,
  selectWindowDeployments,
  selectWindowIncidents,
  type ChangeProbe,
  type StoredEarlier,
  type WindowStart,
} from '../../database/pipeline/selectWindowFacts';
import { groupBy } from '../../domain/groupBy';
import type { DerivedRows } from '../toDerivedRows';
import type { StoredService } from '../toServiceFacts';

/** The newest part of a service, with what it needs to know of the time before. */
export interface StoredWindow extends DirtyService {
  /** Rows from here on are derived; some time before what changed. */
  start: Date;
  facts: StoredService;
  /** Releases of before, as they count. */
  earlier: StoredEarlier[];
  /** Those of `earlier` that ran a version which the window deploys. */
  sameBefore: StoredEarlier[];
  /** Rows of the window as they are. */
  before: DerivedRows;
  /** The last successes of before, newest first, are all that are looked at; there may be more. */
  lastBefore: StoredEarlier[];
}

/** A service with what changed, and where its window starts: some time before. */
export type DirtyWindow = DirtyService & WindowStart;

/** Loads windows of many services with one query for each kind of row. */
export async function loadWindows(
  tx: Knex.Transaction,
  windows: readonly DirtyWindow[],
): Promise<StoredWindow[]> {
  const serviceOf = ({ service }: { service: string }) => service;
  const deployments = groupBy(
    await selectWindowDeployments(tx, windows),
    ({ fact }) => fact.service,
  );
  const last = groupBy(
    await selectLastBefore(tx, windows),
    ({ deployment }) => deployment.fact.service,
  );
  const same = groupBy(
    await selectSameBefore(
      tx,
      windows.flatMap(window =>
        (deployments.get(window.service) ?? []).map(({ fact }) => ({
          service: window.service,
          start: window.start,
          commitSha: fact.commitSha,
          version: fact.version,
        })),
      ),
    ),
    ({ deployment }) => deployment.fact.service,
  );
  const probes = windows.map((window): ChangeProbe => {
    const own = deployments.get(window.service) ?? [];
    return {
      service: window.service,
      start: window.start,
      since: mergeWindowStart(last.get(window.service) ?? []),
      deploymentIds: own.map(({ fact }) => fact.id),
      changeIds: own.flatMap(({ fact }) => fact.changeIds),
    };
  });
  const changes = groupBy(await selectWindowChanges(tx, probes), serviceOf);
  const incidents = groupBy(await selectWindowIncidents(tx, probes), serviceOf);
  const ranges = groupBy(
    await selectRangesOf(
      tx,
      probes.flatMap(({ deploymentIds }) => deploymentIds),
    ),
    serviceOf,
  );
  const rows = await loadRows(tx, windows, probes, changes, incidents);

  return windows.map((window): StoredWindow => {
    const { service } = window;
    const lastBefore = last.get(service) ?? [];
    const sameBefore = same.get(service) ?? [];
    const earlier = new Map(
      [...lastBefore, ...sameBefore].map(each => [
        each.deployment.fact.id,
        each,
      ]),
    );
    return {
      ...window,
      facts: {
        service,
        deployments: deployments.get(service) ?? [],
        changes: changes.get(service) ?? [],
        incidents: incidents.get(service) ?? [],
        commitRanges: new Map(
          (ranges.get(service) ?? []).map(({ deploymentId, shas }) => [
            deploymentId,
            shas,
          ]),
        ),
      },
      earlier: [...earlier.values()],
      sameBefore,
      before: {
        deployments: rows.deployments.get(service) ?? [],
        changes: rows.changes.get(service) ?? [],
        incidents: rows.incidents.get(service) ?? [],
      },
      lastBefore,
    };
  });
}

/** What was merged since the last deploy started may be in the next one; null: all may. */
function mergeWindowStart(last: readonly StoredEarlier[]): Date | null {
  const deploy = last.find(({ kind, counted }) => counted && kind === 'deploy');
  if (!deploy) {
    return null;
  }
  const { fact } = deploy.deployment;
  // Its regions may have started before it.
  const starts = last
    .map(({ deployment }) => deployment.fact)
    .filter(
      ({ id, releaseId }) =>
        id === fact.id || (releaseId !== null && releaseId === fact.releaseId),
    )
    .map(({ startedAt, finishedAt }) => (startedAt ?? finishedAt).getTime());
  return new Date(Math.min(...starts));
}

async function loadRows(
  tx: Knex.Transaction,
  windows: readonly DirtyWindow[],
  probes: readonly ChangeProbe[],
  changes: ReadonlyMap<string, readonly { id: string; service: string }[]>,
  incidents: ReadonlyMap<string, readonly { id: string; service: string }[]>,
) {
  const deploymentRows = await derivedDeployments.selectSince(
    tx,
    windows,
    'finished_at',
  );
  const changeRows = [
    ...(await derivedChanges.selectSince(
      tx,
      probes.map(({ service, since }) => ({
        service,
        start: since ?? new Date(0),
      })),
      'merged_at',
    )),
    ...(await derivedChanges.selectByKey(tx, [...changes.values()].flat())),
  ];
  const incidentRows = [
    ...(await derivedIncidents.selectSince(tx, windows, 'started_at')),
    ...(await derivedIncidents.selectByKey(tx, [...incidents.values()].flat())),
  ];
  const once = <Row extends { service: string }>(
    rows: readonly Row[],
    keyOf: (row: Row) => string,
  ) =>
    groupBy(
      new Map(rows.map(row => [keyOf(row), row])).values(),
      ({ service }) => service,
    );
  return {
    deployments: once(deploymentRows, row => derivedDeployments.keyOf(row)),
    changes: once(changeRows, row => derivedChanges.keyOf(row)),
    incidents: once(incidentRows, row => derivedIncidents.keyOf(row)),
  };
}
