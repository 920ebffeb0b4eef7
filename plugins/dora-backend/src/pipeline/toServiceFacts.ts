import type {
  ChangeFact,
  DeploymentFact,
  IncidentFact,
  ServiceFacts,
  ServiceRules,
} from '@waymark/plugin-dora-common';
import type { StoredDeployment } from '../database/pipeline/selectServiceFacts';
import { factIdOf } from '../domain/ids';

/** What is stored of one service. */
export interface StoredService {
  service: string;
  deployments: readonly StoredDeployment[];
  changes: readonly (ChangeFact & { service: string })[];
  incidents: readonly (IncidentFact & { source: string })[];
  commitRanges: ReadonlyMap<string, readonly string[]>;
}

/**
 * Facts for the domain: what a source calls another thing by its own key, or by
 * the id of an event, becomes that thing's id. What is left is a commit, or
 * something nobody has told of.
 */
export function toServiceFacts(
  stored: StoredService,
  rules: ServiceRules,
): ServiceFacts {
  const ids = new Set(stored.deployments.map(({ fact }) => fact.id));
  const byDelivery = new Map(
    stored.deployments.flatMap(({ fact, deliveryIds }) =>
      deliveryIds.map(delivery => [delivery, fact.id] as const),
    ),
  );
  const deploymentId = (source: string, reference: string | null) => {
    if (reference === null || ids.has(reference)) {
      return reference;
    }
    const byKey = factIdOf('deployment', source, reference);
    return ids.has(byKey) ? byKey : byDelivery.get(reference) ?? reference;
  };
  const deployments = stored.deployments.map(
    ({ fact, source }): DeploymentFact => ({
      ...fact,
      remediates: deploymentId(source, fact.remediates),
    }),
  );
  const incidents = stored.incidents.map(
    ({ source, ...fact }): IncidentFact => ({
      ...fact,
      reportedCause: deploymentId(source, fact.reportedCause),
    }),
  );
  return {
    service: stored.service,
    deployments,
    changes: stored.changes,
    incidents,
    commitRanges: stored.commitRanges,
    rules,
  };
}
