import type { doraContract } from '@waymark/plugin-dora-common';

type Endpoint = keyof typeof doraContract.endpoints;

/** A read of the contract that is offered as an action. */
export interface ReadAction {
  endpoint: Endpoint;
  name: string;
  title: string;
  description: string;
}

const WINDOW =
  'Dates are local days, `to` is not included. `scope` is the ref of a component, system, domain, group or user; without it the whole organisation.';

export const readActions: readonly ReadAction[] = [
  {
    endpoint: 'getMetrics',
    name: 'get-delivery-metrics',
    title: 'Get delivery metrics',
    description: `The five DORA metrics of a scope in a window: deployment frequency, lead time with its stages, change fail rate, recovery time and rework rate, each with its number of samples and a series. Durations are seconds, rates 0 to 1, null means that there is nothing to say. Fewer than five samples are too few to judge. ${WINDOW}`,
  },
  {
    endpoint: 'getDistribution',
    name: 'get-delivery-distribution',
    title: 'Get the distribution of a delivery duration',
    description: `How lead time, one of its stages, or recovery time is distributed, in seconds. ${WINDOW}`,
  },
  {
    endpoint: 'getHealth',
    name: 'get-delivery-health',
    title: 'Get delivery health of services',
    description:
      'Last deployment, open incidents and change fail rate of up to 100 components.',
  },
  {
    endpoint: 'listDeployments',
    name: 'list-deployments',
    title: 'List deployments',
    description: `Deployments, newest first. ${WINDOW}`,
  },
  {
    endpoint: 'listChanges',
    name: 'list-changes',
    title: 'List changes',
    description: `Merged changes that were deployed in a window, or wait to be (\`undeployed\`); with \`sort\` the slowest first. ${WINDOW}`,
  },
  {
    endpoint: 'listIncidents',
    name: 'list-incidents',
    title: 'List incidents',
    description: `Incidents, newest first. ${WINDOW}`,
  },
  {
    endpoint: 'getDeployment',
    name: 'get-deployment',
    title: 'Get a deployment',
    description:
      'A deployment with the changes it shipped, the incidents it caused, and the events that said so.',
  },
  {
    endpoint: 'getChange',
    name: 'get-change',
    title: 'Get a change',
    description: 'A change with its commits, deployment and events.',
  },
  {
    endpoint: 'getIncident',
    name: 'get-incident',
    title: 'Get an incident',
    description:
      'An incident with its cause, the deployments that could be it, and its events.',
  },
  {
    endpoint: 'listTriage',
    name: 'list-delivery-triage',
    title: 'List unknown names in delivery events',
    description:
      'Services and environments in delivery events that nobody has mapped yet.',
  },
  {
    endpoint: 'getQuality',
    name: 'get-delivery-data-quality',
    title: 'Get the quality of delivery data',
    description:
      'How complete delivery data is, how things were linked, and which sources sent it.',
  },
];
