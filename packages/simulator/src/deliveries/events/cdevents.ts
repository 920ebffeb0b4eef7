import { isoInstant } from '../../domain/time';
import type { Organisation } from '../../domain/types';
import type { Build, Change, Deployment, Incident } from '../model/facts';
import { TYPES, type CdEvent } from './cdevent';
import { digestOf, madeUpSha, stableUuid } from './ids';
import type { Plants } from './plants';

/** How things of the model are called in CDEvents, and the events about them. */
export interface CdEvents {
  merged(change: Change): CdEvent;
  deployed(deployment: Deployment): CdEvent;
  detected(incident: Incident, at: number): CdEvent;
  resolved(incident: Incident, at: number): CdEvent;
}

/** Left out where it is not known; seconds become ISO instants. */
const instants = (times: Record<string, number | undefined>) =>
  Object.fromEntries(
    Object.entries(times).flatMap(([name, at]) =>
      at === undefined ? [] : [[name, isoInstant(at * 1000)]],
    ),
  );

/** Sha of a merged change: of its commit, or made up where its commit was never written. */
export const shaOf = (change: Change) =>
  change.sha ?? madeUpSha(`${change.repository} ${change.index}`);

export const changeKey = (change: Change) =>
  change.number === undefined
    ? `${change.repository}@${shaOf(change)}`
    : `${change.repository}#${change.number}`;

export const refOf = (service: string) => `component:default/${service}`;

/** What the tools of a team call a service, and its production, at a time. */
export const reportedNames = (plants: Plants) => ({
  service(name: string, at: number) {
    const { misspelt } = plants;
    return misspelt?.service === name && at >= misspelt.from
      ? misspelt.name
      : name;
  },
  environment(deployment: Deployment) {
    const { unknownEnvironment: unknown } = plants;
    const { service, tier, environment, startedAt } = deployment;
    return tier === 'production' &&
      unknown?.service === service &&
      startedAt >= unknown.from
      ? unknown.name
      : environment;
  },
});

export function createCdEvents(
  { slug, emailDomain, settings }: Organisation,
  plants: Plants,
): CdEvents {
  const names = reportedNames(plants);
  const registry = `registry.internal.${emailDomain}/${slug}`;
  const links = `internal.${emailDomain}`;
  const unique = (key: string) => stableUuid(`${slug} ${settings.seed} ${key}`);
  const idOf = ({ key }: Deployment) => unique(`deployment ${key}`);

  const artifactOf = ({ service, number }: Build) =>
    `pkg:oci/${service}@sha256%3A${digestOf(
      `${slug} ${service} ${number}`,
    )}?repository_url=${registry}`;

  const event = (
    fields: Pick<CdEvent['context'], 'type' | 'id' | 'source'> & { at: number },
    subject: CdEvent['subject'],
    customData: Record<string, unknown>,
  ): CdEvent => ({
    context: {
      specversion: '0.5.1',
      id: fields.id,
      source: fields.source,
      type: fields.type,
      timestamp: isoInstant(fields.at * 1000),
    },
    subject,
    customData,
    customDataContentType: 'application/json',
  });

  const incidentEvent = (
    incident: Incident,
    fields: { type: string; id: string; at: number },
    customData: Record<string, unknown>,
  ) =>
    event(
      { ...fields, source: `/incidents/${slug}` },
      {
        id: incident.key,
        source: `/incidents/${slug}`,
        content: {
          description: incident.title,
          environment: { id: 'production' },
          service: { id: refOf(incident.service) },
        },
      },
      customData,
    );

  const causeOf = ({ cause, blames }: Incident) => {
    if (!cause || blames === 'nothing') return {};
    const causedBy =
      blames === 'deployment' ? idOf(cause) : shaOf(cause.build.head);
    return { causedBy };
  };

  return {
    merged(change) {
      const sha = shaOf(change);
      const { repository, mergedAt = 0, number } = change;
      const source = `/scm/${repository}`;
      const own =
        number === undefined
          ? [sha]
          : Array.from({ length: change.commits }, (_, index) =>
              madeUpSha(`${repository} ${number} ${index}`),
            );
      return event(
        {
          type: TYPES.merged,
          id: unique(`merged ${repository} ${change.index}`),
          source,
          at: mergedAt,
        },
        {
          id: changeKey(change),
          source,
          content: { repository: { id: repository, source } },
        },
        {
          service: refOf(change.service),
          title: change.title,
          ...instants({
            firstCommitAt: change.firstCommitAt,
            openedAt: change.openedAt,
            firstReviewAt: change.firstReviewAt,
            approvedAt: change.approvedAt,
            mergedAt,
          }),
          mergeCommitSha: sha,
          commitShas: own,
          isBot: change.intent === 'dependency',
          additions: change.additions,
          deletions: change.deletions,
          labels: change.labels,
          url:
            number === undefined
              ? `https://git.${links}/${repository}/commit/${sha}`
              : `https://git.${links}/${repository}/pulls/${number}`,
        },
      );
    },

    deployed(deployment) {
      const { service, build, startedAt, finishedAt, kind } = deployment;
      const { releaseId, remediates, unplanned } = deployment;
      const environment = names.environment(deployment);
      const source = `/ci/${slug}/${service}`;
      return event(
        {
          type:
            kind === 'rollback' && deployment.saysRollback
              ? TYPES.rolledBack
              : TYPES.deployed,
          id: idOf(deployment),
          source,
          at: finishedAt,
        },
        {
          id: refOf(names.service(service, startedAt)),
          source: `/clusters/${environment}/${service}`,
          content: {
            environment: { id: environment },
            artifactId: artifactOf(build),
          },
        },
        {
          ...instants({ startedAt, finishedAt }),
          commitSha: shaOf(build.head),
          repository: build.head.repository,
          result: deployment.result,
          runUrl: `https://ci.${links}/${deployment.key}`,
          ...(kind === 'deploy'
            ? { changeIds: deployment.ships.map(changeKey) }
            : {}),
          ...(remediates ? { remediates: idOf(remediates) } : {}),
          ...(unplanned === undefined ? {} : { unplanned }),
          ...(releaseId ? { releaseId } : {}),
        },
      );
    },

    detected(incident, at) {
      const times = [incident.detectedAt, ...incident.reopenedAt];
      return incidentEvent(
        incident,
        {
          type: TYPES.detected,
          id: unique(`detected ${incident.key} ${times.indexOf(at)}`),
          at,
        },
        {
          severity: incident.severity,
          ...instants({ impactStartAt: incident.impactStartAt }),
          ...causeOf(incident),
          url: `https://incidents.${links}/${incident.key}`,
        },
      );
    },

    resolved(incident, at) {
      return incidentEvent(
        incident,
        {
          type: TYPES.resolved,
          id: unique(
            `resolved ${incident.key} ${incident.resolvedAt.indexOf(at)}`,
          ),
          at,
        },
        instants({ mitigatedAt: incident.mitigatedAt }),
      );
    },
  };
}
