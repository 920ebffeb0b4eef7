export const chartsMessages = {
  trend: {
    deploymentFrequency: 'Deployments over time',
    leadTime: 'Lead time over time',
    changeFailRate: 'Change fail rate over time',
    recoveryTime: 'Recovery time over time',
    reworkRate: 'Rework rate over time',
  },
  series: {
    deploymentFrequency: 'deployments',
    leadTime: 'median',
    changeFailRate: 'share that failed',
    recoveryTime: 'median',
    reworkRate: 'share that was unplanned',
  },
  chart: {
    now: 'this window',
    previous: 'window before',
    stages: 'Where the time goes',
    stagesDescription:
      'Median of each stage; a bar opens the changes that were longest in it. Medians do not add up to the median of the whole.',
    distribution: 'How lead times are spread',
    timeline: 'Deployments and incidents',
    succeeded: 'succeeded',
    failedOrIncident: 'failed, or an incident',
    timelineFailedOnly:
      'There are more than a thousand deployments in this window, so only those that failed are drawn. Choose a team, a system or a service, or a shorter window, to see all of them.',
    timelineTooMany: 'Too many to draw',
    timelineTooManyHelp:
      'More than a thousand deployments failed, or there are more than a thousand incidents. Choose a team, a system or a service, or a shorter window, to see them one by one.',
  },
  stage: {
    coding: 'Coding',
    pickup: 'Waiting for review',
    review: 'Review',
    deploy: 'Deployment',
    codingHelp: 'First commit to pull request',
    pickupHelp: 'Pull request to first human review',
    reviewHelp: 'First review to merge',
    deployHelp: 'Merge to production',
    bar: 'Coding {{coding}}, waiting for review {{pickup}}, review {{review}}, deployment {{deploy}}',
  },
} as const;
