import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { home, inData } from './paths.mjs';
import { say } from './progress.mjs';

/** Scripts on this machine: `.data/admin-token` may do everything. Never part of a production portal. */
const LOCAL_ADMINISTRATOR = {
  type: 'static',
  options: { token: '${WAYMARK_ADMIN_TOKEN}', subject: 'local-admin' },
};

/** The portal's own hand in its forge: what templates make is published with it. */
const FORGE_PUBLISHER = {
  type: 'static',
  options: { token: '${WAYMARK_FORGE_TOKEN}', subject: 'forge-publisher' },
  accessRestrictions: [
    {
      plugin: 'forge',
      permission: ['forge.repo.read', 'forge.repo.create', 'forge.repo.write'],
    },
  ],
};

/**
 * `app-config.local.yaml`, which Git ignores and which has the last word on a local portal, if there
 * is one. `WAYMARK_LOCAL_CONFIG` names another file; empty, none: tests have no part in it.
 */
export function ownLocalConfig() {
  const name = process.env.WAYMARK_LOCAL_CONFIG ?? 'app-config.local.yaml';
  const file = path.resolve(home, name);
  if (!name || !existsSync(file)) return [];
  say(`With your settings from ${file}`);
  return [file];
}

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
    sources.templates = {
      url: home,
      repository: 'waymark/waymark',
      entityFilename: 'templates/*/template.yaml',
      source: 'templates',
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 5 } },
    };
  }
  const config = {
    app: { baseUrl: url },
    backend: {
      baseUrl: backendUrl,
      listen: { host: '127.0.0.1', port },
      cors: { origin: url, credentials: true },
      auth: { externalAccess: [LOCAL_ADMINISTRATOR, FORGE_PUBLISHER] },
    },
    // One process needs no bus between replicas, whose long polls would hold up its shutdown.
    events: { useEventBus: 'never' },
    catalog: { providers: { git: sources } },
    // The embedded forge speaks enough of Gitea for scaffolder actions and readers.
    integrations: {
      gitea: [
        {
          host: new URL(url).host,
          baseUrl: `${backendUrl}/forge`,
          username: 'waymark',
          password: '${WAYMARK_FORGE_TOKEN}',
        },
      ],
    },
    scaffolder: {
      // Where images of the example would go; nothing listens there.
      defaultEnvironment: {
        parameters: { portalUrl: url, registry: 'registry.example.com' },
      },
    },
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
