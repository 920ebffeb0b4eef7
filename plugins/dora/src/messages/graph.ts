export const graphMessages = {
  graph: {
    legend: 'Delivery of components',
    state: {
      incident: 'open incidents',
      failed: 'last deployment failed',
      fine: 'last deployment fine',
    },
    openIncidents_one: '{{count}} open incident',
    openIncidents_other: '{{count}} open incidents',
    failed: 'last deployment failed',
    succeeded: 'last deployment fine',
    none: 'no deliveries known',
    failure: 'Delivery health could not be read',
    retry: 'Try again',
  },
} as const;
