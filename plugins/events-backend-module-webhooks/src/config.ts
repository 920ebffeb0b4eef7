import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HostId, Verify, WebhookHost } from './types';
import { verifyGithub } from './verify/github';
import { verifyGitlab } from './verify/gitlab';

const READERS: Readonly<
  Record<HostId, (config: Config) => Verify | undefined>
> = {
  github(config) {
    const secrets = readGithubSecrets(config);
    return secrets.length > 0 ? verifyGithub(secrets) : undefined;
  },
  gitlab(config) {
    const key = 'events.modules.gitlab';
    const token = config.getOptionalString(`${key}.webhookSecret`);
    const signingToken = config.getOptionalString(`${key}.webhookSigningToken`);
    return token || signingToken
      ? verifyGitlab({ token, signingToken, now: () => new Date() })
      : undefined;
  },
};

/**
 * The hosts with a secret.
 *
 * @throws InputError when `events.http.topics` would open an unverified door
 * beside the verified one: the catalog believes what comes by these topics.
 */
export function readWebhookHosts(config: Config): WebhookHost[] {
  const open = (config.getOptionalStringArray('events.http.topics') ?? []).find(
    topic => /^(?:github|gitlab)(?:\.|$)/.test(topic) || topic === 'git.push',
  );
  if (open) {
    throw new InputError(
      `events.http.topics: '${open}' would be received from anybody; remove it, and set ` +
        `events.modules.github.webhookSecret or events.modules.gitlab.webhookSecret`,
    );
  }
  return (Object.keys(READERS) as HostId[]).flatMap(id => {
    const verify = READERS[id](config);
    return verify ? [{ id, verify }] : [];
  });
}

/**
 * Per address, host and replica.
 *
 * @throws InputError when it is not a whole number above 0.
 */
export function readRequestsPerMinute(config: Config): number {
  const key = 'events.webhooks.requestsPerMinute';
  const value = config.getOptionalNumber(key) ?? 1_200;
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError(`${key}: ${value} is not a whole number above 0`);
  }
  return value;
}

/** The secret of repository and organisation webhooks, and those of GitHub Apps. */
function readGithubSecrets(config: Config): string[] {
  const general = config.getOptionalString(
    'events.modules.github.webhookSecret',
  );
  const integrations =
    config.getOptionalConfigArray('integrations.github') ?? [];
  const ofApps = integrations
    .flatMap(integration => integration.getOptionalConfigArray('apps') ?? [])
    .map(app => app.getOptionalString('webhookSecret'));
  return [general, ...ofApps].filter(secret => secret !== undefined);
}
