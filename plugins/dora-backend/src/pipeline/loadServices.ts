import type { Knex } from 'knex';
import {
  selectChangeFacts,
  selectCommitRanges,
  selectDeploymentFacts,
  selectIncidentFacts,
} from '../database/pipeline/selectServiceFacts';
import { groupBy } from '../domain/groupBy';
import type { StoredService } from './toServiceFacts';

/** Everything that is stored of some services, in one query a table. */
export async function loadServices(
  tx: Knex.Transaction,
  services: readonly string[],
): Promise<StoredService[]> {
  const deployments = groupBy(
    await selectDeploymentFacts(tx, services),
    ({ fact }) => fact.service,
  );
  const changes = groupBy(
    await selectChangeFacts(tx, services),
    ({ service }) => service,
  );
  const incidents = groupBy(
    await selectIncidentFacts(tx, services),
    ({ service }) => service,
  );
  const ranges = groupBy(
    await selectCommitRanges(tx, services),
    ({ service }) => service,
  );
  return services.map(service => ({
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
  }));
}
