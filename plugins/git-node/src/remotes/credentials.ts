import { Config } from '@backstage/config';
import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  DefaultGitlabCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { GitConfigEntry } from '../command/environment';
import { GitRemote } from './parseRemote';

/** Finds what authenticates a remote. */
export interface GitCredentials {
  /** Configuration for the environment of one git call; never for its arguments. */
  configFor(remote: GitRemote): Promise<GitConfigEntry[]>;
}

type HeaderLookup = (url: string) => Promise<string | undefined>;

/**
 * Takes tokens from the `integrations` section, one lookup per kind of host,
 * and hands them to git as an authorization header bound to that host.
 */
export function createIntegrationCredentials(config: Config): GitCredentials {
  const read = () => headerLookups(ScmIntegrations.fromConfig(config));
  let lookups = read();
  // A renewed token is used without a restart.
  config.subscribe?.(() => {
    lookups = read();
  });
  return {
    async configFor(remote) {
      if (remote.kind !== 'http') {
        return [];
      }
      const header =
        userInfoHeader(remote) ?? (await firstHeader(lookups, remote.url));
      const { origin } = new URL(remote.url);
      return header
        ? [
            [`http.${origin}/.extraHeader`, `Authorization: ${header}`],
            // git would take the header along to wherever it is sent.
            ['http.followRedirects', 'false'],
          ]
        : [];
    },
  };
}

function headerLookups(integrations: ScmIntegrations): HeaderLookup[] {
  const github =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const gitlab =
    DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
  const azure =
    DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
  return [
    async url => {
      if (!integrations.github.byUrl(url)) {
        return undefined;
      }
      const { token } = await github.getCredentials({ url });
      return token && basic('x-access-token', token);
    },
    async url => {
      if (!integrations.gitlab.byUrl(url)) {
        return undefined;
      }
      const { token } = await gitlab.getCredentials({ url });
      return token && basic('oauth2', token);
    },
    async url => {
      const gitea = integrations.gitea.byUrl(url)?.config;
      return gitea?.password
        ? basic(gitea.username ?? 'token', gitea.password)
        : undefined;
    },
    async url => {
      const server = integrations.bitbucketServer.byUrl(url)?.config;
      if (server?.token) {
        return `Bearer ${server.token}`;
      }
      return server?.username && server.password
        ? basic(server.username, server.password)
        : undefined;
    },
    async url => {
      const cloud = integrations.bitbucketCloud.byUrl(url)?.config;
      const secret = cloud?.token ?? cloud?.appPassword;
      return cloud?.username && secret
        ? basic(cloud.username, secret)
        : undefined;
    },
    async url => {
      if (!integrations.azure.byUrl(url)) {
        return undefined;
      }
      const found = await azure.getCredentials({ url });
      return found?.headers.Authorization;
    },
  ];
}

async function firstHeader(lookups: HeaderLookup[], url: string) {
  for (const lookup of lookups) {
    const header = await lookup(url);
    if (header) {
      return header;
    }
  }
  return undefined;
}

function userInfoHeader(remote: GitRemote) {
  return remote.kind === 'http' && remote.userInfo
    ? basic(remote.userInfo.username, remote.userInfo.password)
    : undefined;
}

function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
