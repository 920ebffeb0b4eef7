export const metricsMessages = {
  metric: {
    deploymentFrequency: 'Deployment frequency',
    leadTime: 'Lead time for changes',
    changeFailRate: 'Change fail rate',
    recoveryTime: 'Failed deployment recovery time',
    reworkRate: 'Deployment rework rate',
    ofTotal: '{{part}} of {{total}} deployments',
  },
  note: {
    label: 'Beside the figures',
    daysPerWeek: 'Deployed on {{value}} days of a week (median)',
    leadTime: 'Lead time: p75 {{p75}}, p90 {{p90}}',
    pending_one: 'One deployment is younger than a day and not judged yet',
    pending_other:
      '{{count}} deployments are younger than a day and not judged yet',
    open_one: 'One failure is not recovered yet',
    open_other: '{{count}} failures are not recovered yet',
    approximate: 'Percentiles from histograms, off by 2 % at most',
  },
  definition: {
    deploymentFrequency: {
      text: 'How often a service gets something new into production. Redeployments of what already runs do not count; rollbacks do.',
      formula: 'successful production deployments x 7 / days of the window',
      doesNotTell:
        'Not whether the deployments were any good, and not how much work they carried. A service that is finished may well rest.',
    },
    leadTime: {
      text: 'How long a change takes from its first commit until it first runs in production: the median over changes that arrived in the window. Bots and first deployments of a service are left out.',
      formula: 'p50 of (deployment finished - first commit)',
      doesNotTell:
        'Not how long an idea waits before somebody writes code, and not how hard people work.',
    },
    changeFailRate: {
      text: 'Share of production deployments that needed immediate intervention: an incident, a rollback, or a repair that names them.',
      formula: 'failed / (deployments - pending), with Wilson 95 % interval',
      doesNotTell:
        'Not how bad the failures were. Without incident reports it shows rollbacks and repairs only.',
    },
    recoveryTime: {
      text: 'How long it takes to recover from a deployment that failed: until it was repaired, or until its incident was mitigated or resolved, whatever came first.',
      formula: 'p50 of (recovered - failed deployment finished)',
      doesNotTell:
        'Not how long incidents last that no deployment caused. Failures that are still open are counted beside it.',
    },
    reworkRate: {
      text: 'Share of production deployments that were not planned: rollbacks, hotfixes and repairs.',
      formula: 'unplanned / deployments, with Wilson 95 % interval',
      doesNotTell:
        'Not whether the planned ones were worth it. How a hotfix is recognised is a rule that a team can set.',
    },
    source: 'dora.dev, software delivery performance metrics, 2025',
  },
  open: {
    deploymentFrequency: 'Deployments',
    leadTime: 'Changes, slowest first',
    changeFailRate: 'Failed deployments',
    recoveryTime: 'Failed deployments',
    reworkRate: 'Unplanned deployments',
  },
} as const;
