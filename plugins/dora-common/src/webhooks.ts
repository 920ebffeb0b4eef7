import type { Webhook } from '@waymark/contract-common';

/** Of one webhook, and of `POST /events`. */
export const MAX_INGEST_BYTES = 5_000_000;

const webhook = (
  source: string,
  tool: string,
  ...proof: string[]
): Webhook => ({
  path: `/ingest/${source}`,
  summary: `What ${tool}, known by a secret of its own`,
  proof,
  secrets: `dora.sources.${source}.secrets`,
  maxBodyBytes: MAX_INGEST_BYTES,
});

/** Of the sources that come along; one that a module adds is served at `/ingest/<its id>` in the same way. */
export const doraWebhooks = {
  receiveGithub: webhook('github', 'GitHub reports', 'X-Hub-Signature-256'),
  receiveGitlab: webhook('gitlab', 'GitLab reports', 'X-Gitlab-Token'),
  receiveArgocd: webhook('argocd', 'Argo CD reports', 'Authorization'),
  receiveFlux: webhook('flux', 'Flux reports', 'X-Signature', 'Authorization'),
  receiveAlertmanager: webhook(
    'alertmanager',
    'Alertmanager reports',
    'Authorization',
  ),
  receivePagerduty: webhook(
    'pagerduty',
    'PagerDuty reports',
    'X-PagerDuty-Signature',
  ),
  receiveIncidentIo: webhook(
    'incident-io',
    'incident.io reports',
    'svix-signature',
  ),
  receiveCdevents: webhook(
    'cdevents',
    'a tool that speaks CDEvents reports',
    'Authorization',
  ),
  receiveGeneric: webhook(
    'generic',
    'a tool without an adapter reports as plain JSON',
    'Authorization',
  ),
};
