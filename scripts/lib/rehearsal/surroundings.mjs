import path from 'node:path';
import { startGitServer } from './git-server.mjs';
import { startIdentityProvider } from './identity-provider.mjs';
import { makeOrganisation } from './organisation.mjs';
import { publishDocumentation } from './populate.mjs';
import { startProxy } from './proxy.mjs';
import { CLIENT_ID, overlay, portalSettings } from './settings.mjs';

/** Everything around the portal: repositories, documentation, people, balancer; and its settings. */
export async function startSurroundings(place, stops) {
  const git = path.join(place, 'git');
  const techdocs = path.join(place, 'techdocs');
  const organisation = makeOrganisation(git);
  await publishDocumentation(techdocs);
  const gitServer = await startGitServer(git);
  const provider = await startIdentityProvider({ clientId: CLIENT_ID });
  const proxy = await startProxy();
  stops.push(gitServer.stop, provider.stop, proxy.stop);
  return {
    organisation,
    provider,
    proxy,
    url: proxy.url,
    env: portalSettings({
      url: proxy.url,
      gitUrl: gitServer.url,
      providerUrl: provider.url,
    }),
    config: overlay({
      gitUrl: gitServer.url,
      repositories: organisation.repositories,
      techdocs,
    }),
  };
}
