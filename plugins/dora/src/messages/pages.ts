export const pagesMessages = {
  page: {
    title: 'Delivery',
    description:
      'How software really reaches production: from Git and delivery events, for services and teams, never for people.',
    navigation: 'Delivery pages',
    overview: 'Overview',
    deployments: 'Deployments',
    changes: 'Changes',
    incidents: 'Incidents',
    data: 'Data quality',
  },
  scope: {
    label: 'Scope',
    organisation: 'Whole organisation',
    teamsOf: 'Teams of {{name}}',
    clear: 'Show the whole organisation',
    ownership: 'Owner',
    ownershipThen: 'Owned then',
    ownershipNow: 'Owned today',
  },
  back: {
    deployments: 'All deployments',
    changes: 'All changes',
    incidents: 'All incidents',
  },
  backlog: {
    title: 'Figures are still filling in',
    waiting: '{{total}} events wait to be taken in.',
    until: 'Figures of days up to {{day}} are not complete yet.',
    unsaid: 'Figures are not complete yet.',
    done: 'All events are in the figures.',
  },
  freshness: 'Events up to {{when}} are in the figures.',
  waiting_one: 'One event waits to be taken in.',
  waiting_other: '{{count}} events wait to be taken in.',
  timezone: 'All days are days in {{zone}}.',
} as const;
