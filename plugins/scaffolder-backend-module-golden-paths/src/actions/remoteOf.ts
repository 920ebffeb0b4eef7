import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';

export interface Remote {
  /** For `git clone`. */
  url: string;
  /** For people and catalog readers; undefined where the host has no pages. */
  contentsUrl: string | undefined;
}

/**
 * Address of what the picker of repositories (`host?owner=…&repo=…`) or an
 * address names.
 *
 * @throws InputError when there is neither or both, or the host is not configured
 */
export function remoteOf(
  input: { repoUrl?: string; remoteUrl?: string; branch: string },
  integrations: ScmIntegrationRegistry,
): Remote {
  const { repoUrl, remoteUrl, branch } = input;
  if (remoteUrl && !repoUrl) {
    return { url: remoteUrl, contentsUrl: undefined };
  }
  if (!repoUrl || remoteUrl) {
    throw new InputError("Give either 'repoUrl' or 'remoteUrl'");
  }
  const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
  const gitea = integrations.gitea.byHost(host)?.config;
  const gitlab = integrations.gitlab.byHost(host)?.config;
  const page = `${
    gitea?.baseUrl ?? gitlab?.baseUrl ?? `https://${host}`
  }/${owner}/${repo}`;
  return {
    url: `${page}.git`,
    contentsUrl: `${page}/${gitea ? 'src/branch' : 'tree'}/${branch}/`,
  };
}
