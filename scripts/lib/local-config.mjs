import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { home, inData } from './paths.mjs';

/** Scripts on this machine: `.data/admin-token` may do everything. Never part of a production portal. */
const LOCAL_ADMINISTRATOR = {
  type: 'static',
  options: { token: '${WAYMARK_ADMIN_TOKEN}', subject: 'local-admin' },
};

/**
 * Writes what belongs to this machine and this start: address, own repository, example people.
 * Returns the path of the file; JSON is YAML, and needs no library here.
 */
export async function writeLocalConfig({
  url,
  port,
  backendUrl = url,
  people,
}) {
  const sources = {};
  if (existsSync(`${home}/.git`)) {
    sources.portal = {
      url: home,
      repository: 'waymark/waymark',
      entityFilename: '**/catalog-info.yaml',
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 5 } },
    };
  }
  const config = {
    app: { baseUrl: url },
    backend: {
      baseUrl: backendUrl,
      listen: { host: '127.0.0.1', port },
      cors: { origin: url, credentials: true },
      auth: { externalAccess: [LOCAL_ADMINISTRATOR] },
    },
    // One process needs no bus between replicas, whose long polls would hold up its shutdown.
    events: { useEventBus: 'never' },
    catalog: { providers: { git: sources } },
    techdocs: {
      publisher: {
        type: 'local',
        local: { publishDirectory: '${WAYMARK_TECHDOCS_DIRECTORY}' },
      },
    },
    ...(people?.organisation && {
      organization: { name: people.organisation.name },
    }),
    waymark: {
      git: { cacheDirectory: inData('git-cache') },
      ...(people && {
        example: {
          organisation: people.organisation,
          personas: people.personas,
        },
      }),
    },
  };
  const file = inData('app-config.yaml');
  await writeFile(file, `${JSON.stringify(config, null, 2)}\n`);
  return file;
}
