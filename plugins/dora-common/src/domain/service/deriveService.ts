import type { DerivedService, ServiceContext, ServiceFacts } from '../derived';
import type { ChangeFact, DeploymentFact } from '../facts';
import { changeRow } from './changeRow';
import { classifyReleases, type ClassifiedRelease } from './classify';
import { byTime, groupBy, unique } from './collections';
import { deploymentRows } from './deploymentRows';
import { DeploymentIndex } from './DeploymentIndex';
import { earlierReleases } from './earlierReleases';
import { isHotfix } from './hotfix';
import { linkChanges } from './linkChanges';
import { linkIncident } from './linkIncidents';
import { byFinish, groupReleases } from './releases';
import { findRemediations } from './remediations';
import { findRollbacks } from './rollbacks';

const ALL_TIME: ServiceContext = {
  from: new Date(-8_640_000_000_000_000),
  earlier: [],
  shipped: new Map(),
};

/**
 * All that follows from the facts of one service, by the truth table of the
 * README. Deployments to other tiers say nothing about production and get no row. The same facts in any order, or repeated, give the same rows.
 *
 * With a `context` only the rows of its window are derived, and they are the
 * same as over all facts: one for each deployment of the window, each incident
 * given, and each change given that was not shipped before the window.
 *
 * @returns rows in the order of finish, merge and detection
 */
export function deriveService(
  facts: ServiceFacts,
  context: ServiceContext = ALL_TIME,
): DerivedService {
  const { service, rules } = facts;
  const deployments = unique(facts.deployments)
    .filter(({ tier }) => tier === 'production')
    .filter(({ finishedAt }) => finishedAt >= context.from)
    .sort(byFinish);
  const releases = releasesOf(deployments, context);
  const index = new DeploymentIndex(releases);

  const changes = changesOf(facts, releases);
  const links = linkChanges(releases, changes, facts.commitRanges);
  for (const id of context.shipped.keys()) links.delete(id);
  const shippedBy = (id: string) =>
    context.shipped.get(id) ?? links.get(id)?.release.id ?? null;

  const incidents = unique(facts.incidents)
    .filter(incident => incident.service === service)
    .sort(byTime(({ detectedAt }) => detectedAt));
  const incidentRows = incidents.map(incident =>
    linkIncident(
      incident,
      { deployments: index, changes, shippedBy },
      rules.causeWindowHours,
    ),
  );
  const causeOf = new Map(incidentRows.map(row => [row.id, row.causeId]));

  const remediations = findRemediations(deployments, releases, index);
  const hotfixes = changes.filter(change => isHotfix(change, rules));
  const rows = deploymentRows(deployments, {
    releases,
    after: {
      incidents: groupBy(incidents, ({ id }) => causeOf.get(id) ?? ''),
      remediations: groupBy(remediations, ({ failed }) => failed.id),
      rollbacks: findRollbacks(releases, remediations),
    },
    hotfixes: new Set(hotfixes.flatMap(({ id }) => shippedBy(id) ?? [])),
    baselineGapDays: rules.baselineGapDays,
  });
  const rowOf = new Map(rows.map(row => [row.id, row]));

  return {
    deployments: rows,
    changes: changes
      .filter(({ id }) => !context.shipped.has(id))
      .map(change => {
        const shipping = links.get(change.id);
        const row = shipping && rowOf.get(shipping.release.id);
        return changeRow(change, shipping, row, facts);
      }),
    incidents: incidentRows,
  };
}

function releasesOf(
  deployments: readonly DeploymentFact[],
  context: ServiceContext,
): ClassifiedRelease[] {
  const earlier = new Map(
    context.earlier.map(each => [each.deployment.id, each]),
  );
  return classifyReleases(
    [...earlierReleases([...earlier.values()]), ...groupReleases(deployments)],
    earlier,
  );
}

/** Those that touch the service, and those that its deployments name, whoever they are mapped to. */
function changesOf(
  { service, changes }: ServiceFacts,
  releases: readonly ClassifiedRelease[],
): ChangeFact[] {
  const named = new Set(
    releases.flatMap(({ kind, changeIds }) =>
      kind === 'redeploy' ? [] : [...changeIds],
    ),
  );
  return unique(changes)
    .filter(({ id, services }) => services.includes(service) || named.has(id))
    .sort(byTime(({ mergedAt }) => mergedAt));
}
