export const widgetsMessages = {
  health: {
    title: 'Delivery',
    lastDeployment: 'Last deployment',
    none: 'none yet',
    openIncidents: 'Open incidents',
    failRate: 'Change fail rate, 90 days',
    deployments: 'Deployments, 28 days',
    more: 'Delivery of {{name}}',
    tooFew: 'too few to judge',
  },
  widget: {
    title: 'Delivery of my teams',
    description: 'Last 28 days against the 28 before.',
  },
} as const;
