const SHA = '9f2c4b7a1d3e5f60718293a4b5c6d7e8f9012345';

export const serviceDeployed = {
  context: {
    specversion: '0.5.1',
    id: '271069a8-fc18-44f1-b38f-9d70a1695819',
    chainId: '4c8cb7dd-3448-41de-8768-eec704e2829b',
    source: '/ci/acme/prod-eu',
    type: 'dev.cdevents.service.deployed.0.3.0',
    timestamp: '2026-05-20T14:27:05.315Z',
  },
  subject: {
    id: 'component:default/payments',
    source: '/k8s/prod-eu/payments',
    content: {
      environment: { id: 'prod-eu', source: '/iaas/eu' },
      artifactId:
        'pkg:oci/payments@sha256%3A0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427',
    },
  },
  customData: {
    startedAt: '2026-05-20T14:20:00Z',
    finishedAt: '2026-05-20T14:27:05Z',
    commitSha: SHA,
    repository: 'acme/payments',
    runUrl: 'https://ci.acme.example/run/42',
    changeIds: ['acme/payments#7', 'acme/payments#8'],
    remediates: '5328c37f-bb7e-4bb7-84ea-9f5f85e4a7ce',
    releaseId: 'release-42',
    result: 'success',
    unplanned: false,
  },
  customDataContentType: 'application/json',
};

/** As the specification of 0.4 writes it: `version`, and the type of the subject. */
export const serviceDeployed04 = {
  context: {
    version: '0.4.1',
    id: 'b2f3',
    source: '/ci/acme',
    type: 'dev.cdevents.service.deployed.0.2.0',
    timestamp: '2026-05-20T14:27:05Z',
  },
  subject: {
    id: 'payments',
    type: 'service',
    content: { environment: { id: 'production' }, artifactId: 'pkg:npm/p@1.2' },
  },
};

export const changeMerged = {
  context: {
    specversion: '0.5.1',
    id: 'c1',
    source: '/scm/acme/payments',
    type: 'dev.cdevents.change.merged.0.3.0',
    timestamp: '2026-05-20T10:00:00Z',
  },
  subject: {
    id: 'acme/payments#7',
    source: '/scm/acme/payments',
    content: { repository: { id: 'acme/payments' } },
  },
  customData: {
    service: 'component:default/payments',
    title: 'Round totals',
    firstCommitAt: '2026-05-18T08:00:00Z',
    openedAt: '2026-05-18T09:00:00Z',
    firstReviewAt: '2026-05-19T09:00:00Z',
    approvedAt: '2026-05-20T09:00:00Z',
    mergedAt: '2026-05-20T10:00:00Z',
    mergeCommitSha: SHA,
    commitShas: [SHA],
    isBot: false,
    additions: 10,
    deletions: 2,
    labels: ['hotfix'],
    url: 'https://git.acme.example/acme/payments/pulls/7',
  },
};

export const incidentDetected = {
  context: {
    specversion: '0.5.1',
    id: 'i1',
    source: '/incidents/acme',
    type: 'dev.cdevents.incident.detected.0.3.0',
    timestamp: '2026-05-20T15:00:00Z',
  },
  subject: {
    id: 'incident-123',
    source: '/incidents/acme',
    content: {
      description: 'Error rate above its objective',
      environment: { id: 'prod-eu' },
      service: { id: 'component:default/payments' },
    },
  },
  customData: {
    severity: 'sev1',
    causedBy: '271069a8-fc18-44f1-b38f-9d70a1695819',
    impactStartAt: '2026-05-20T14:30:00Z',
    url: 'https://incidents.acme.example/123',
  },
};

export const incidentResolved = {
  ...incidentDetected,
  context: {
    ...incidentDetected.context,
    id: 'i2',
    type: 'dev.cdevents.incident.resolved.0.3.0',
    timestamp: '2026-05-20T17:00:00Z',
  },
  customData: { mitigatedAt: '2026-05-20T16:00:00Z' },
};

export const runFailed = {
  context: {
    specversion: '0.5.1',
    id: 'r1',
    source: '/ci/acme',
    type: 'dev.cdevents.pipelinerun.finished.0.3.0',
    timestamp: '2026-05-20T14:27:05Z',
  },
  subject: {
    id: 'run-42',
    content: {
      pipelineName: 'deploy',
      outcome: 'failure',
      uri: 'https://ci.acme.example/run/42',
    },
  },
  customData: {
    service: 'payments',
    environment: 'production',
    commitSha: SHA,
  },
};
