import type { Knex } from 'knex';
import { replaceChangeServices } from '../database/pipeline/changeServices';
import type { DirtyFact } from '../database/pipeline/dirtyFacts';
import {
  markServices,
  type DirtyService,
} from '../database/pipeline/dirtyServices';
import {
  changeTable,
  deploymentTable,
  incidentTable,
} from '../database/pipeline/factTables';
import {
  selectObservations,
  type StoredObservation,
} from '../database/pipeline/selectObservations';
import { settleTwins } from '../database/pipeline/settleTwins';
import { insertNames } from '../database/names/seenNames';
import type { FactKind } from '../domain/ids';
import type { SeenName } from '../names/describeName';
import type { Knowledge } from '../names/Knowledge';
import { dirtyByDeployment, dirtyByIncident, servicesOf } from './dirtyBy';
import type { ChangeFactRow } from './factRows';
import { nameOfChange, namesOfDelivery, resolved } from './namesInFacts';
import { toChangeRow, toDeploymentRow, toIncidentRow } from './toFactRows';
import { writeFacts } from './writeFacts';

/**
 * Folds all that was said about each of the facts, writes those that differ,
 * and marks the services that have to be derived again. As many statements for
 * a thousand facts as for one.
 */
export async function foldFacts(
  tx: Knex.Transaction,
  options: { dirty: readonly DirtyFact[]; knowledge: Knowledge },
): Promise<void> {
  const { dirty, knowledge } = options;
  const said = bySubject(
    await selectObservations(
      tx,
      dirty.map(({ factId }) => factId),
    ),
  );
  const idsOf = (kind: FactKind) =>
    dirty.filter(fact => fact.kind === kind).map(({ factId }) => factId);
  const names: SeenName[] = [];
  const services: DirtyService[] = [];

  const deployments = await writeFacts(tx, deploymentTable, {
    ids: idsOf('deployment'),
    said,
    toRow: each => toDeploymentRow(each, knowledge.names),
  });
  for (const { row, old } of deployments.changes) {
    services.push(...dirtyByDeployment(row, old));
  }
  names.push(...deployments.rows.flatMap(namesOfDelivery));

  const incidents = await writeFacts(tx, incidentTable, {
    ids: idsOf('incident'),
    said,
    toRow: each => toIncidentRow(each, knowledge.names),
  });
  for (const { row, old } of incidents.changes) {
    services.push(...dirtyByIncident(row, old));
  }
  names.push(...incidents.rows.flatMap(namesOfDelivery));

  const changes = await writeFacts(tx, changeTable, {
    ids: idsOf('change'),
    said,
    toRow: each => toChangeRow(each, knowledge.names),
  });
  await replaceChangeServices(tx, {
    changes: changes.written,
    gone: changes.gone,
  });
  const touched = changes.changes.flatMap(({ row, old }) =>
    [row, old].filter(each => each !== undefined),
  );
  services.push(...(await settleTwins(tx, touched.flatMap(shasOf))));
  for (const each of touched) {
    services.push(...servicesOf(each.services, each.merged_at));
  }
  names.push(...changes.rows.map(nameOfChange));

  await markServices(tx, services);
  await insertNames(tx, resolved(names, knowledge));
}

function bySubject(observations: readonly StoredObservation[]) {
  const groups = new Map<string, [StoredObservation, ...StoredObservation[]]>();
  for (const observation of observations) {
    const group = groups.get(observation.factId);
    if (group) {
      group.push(observation);
    } else {
      groups.set(observation.factId, [observation]);
    }
  }
  return groups;
}

function shasOf({ repository, merge_commit_sha, commit_shas }: ChangeFactRow) {
  return [...(merge_commit_sha ? [merge_commit_sha] : []), ...commit_shas].map(
    sha => ({ repository, sha }),
  );
}
