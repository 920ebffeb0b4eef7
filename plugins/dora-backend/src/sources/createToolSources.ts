import type { DeliverySource } from '@waymark/plugin-dora-node';
import { alertmanagerSource } from './alertmanager/alertmanagerSource';
import { argocdSource } from './argocd/argocdSource';
import { cdeventsSource } from './cdevents/cdeventsSource';
import { fluxSource } from './flux/fluxSource';
import { genericSource } from './generic/genericSource';
import { githubSource } from './github/githubSource';
import { gitlabSource } from './gitlab/gitlabSource';
import { createIncidentIoSource } from './incident-io/incidentIoSource';
import { pagerdutySource } from './pagerduty/pagerdutySource';

/**
 * The sources that speak a protocol of their own.
 *
 * @param now - for protocols that say when a request was signed
 */
export function createToolSources(now: () => Date): DeliverySource[] {
  return [
    alertmanagerSource,
    argocdSource,
    cdeventsSource,
    fluxSource,
    genericSource,
    githubSource,
    gitlabSource,
    createIncidentIoSource(now),
    pagerdutySource,
  ];
}
