import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { imageCommand } from '../dockerfile.mjs';
import { inHome } from '../paths.mjs';

/** The configuration that the image starts with. */
const configFiles = () =>
  imageCommand().filter((_, at, all) => all[at - 1] === '--config');

/** Variables that production configuration refers to. */
const referred = () =>
  new Set(
    configFiles().flatMap(file =>
      [...readFileSync(inHome(file), 'utf8').matchAll(/\$\{(\w+)\}/g)].map(
        ([, name]) => name,
      ),
    ),
  );

const secret = () => randomBytes(24).toString('base64url');

export const CLIENT_ID = 'waymark-rehearsal';
export const tokens = {
  /** Restricted, as in production configuration. */
  gitServer: secret(),
  /** May do everything; for what an operator would do. */
  operator: secret(),
};

/**
 * The environment of a replica, without what belongs to the database: a value of our own for every
 * variable that matters here, and a placeholder for the rest (providers that are not signed in with).
 */
export function portalSettings({ url, gitUrl, providerUrl }) {
  const own = {
    WAYMARK_URL: url,
    WAYMARK_ORGANISATION: 'Rehearsal',
    WAYMARK_ORGANISATION_REPOSITORY: `${gitUrl}/acme/organisation.git`,
    WAYMARK_GIT_SERVER_TOKEN: tokens.gitServer,
    AUTH_SESSION_SECRET: secret(),
    WAYMARK_PSEUDONYM_KEY: secret(),
    AUTH_OIDC_METADATA_URL: `${providerUrl}/.well-known/openid-configuration`,
    AUTH_OIDC_CLIENT_ID: CLIENT_ID,
    AUTH_OIDC_CLIENT_SECRET: 'rehearsal-only',
  };
  const placeholders = Object.fromEntries(
    [...referred()]
      .filter(name => !/^POSTGRES_|^WAYMARK_GIT_CACHE$/.test(name))
      .map(name => [
        name,
        name.endsWith('_URL') ? 'https://example.com' : secret(),
      ]),
  );
  return { ...placeholders, ...own };
}

/** What the rehearsal lays over production configuration: its own services instead of a company's. */
export function overlay({ gitUrl, repositories, techdocs }) {
  // Durations are merged unit by unit.
  const soon = {
    frequency: { minutes: 0, seconds: 5 },
    timeout: { minutes: 1 },
    initialDelay: { minutes: 0, seconds: 3 },
  };
  const often = { frequency: { minutes: 5 }, timeout: { minutes: 1 } };
  return {
    backend: {
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: tokens.gitServer, subject: 'git-server' },
            accessRestrictions: [
              { plugin: 'catalog-git', permission: 'catalogGit.refresh' },
            ],
          },
          {
            type: 'static',
            options: { token: tokens.operator, subject: 'operator' },
          },
        ],
      },
    },
    catalog: {
      providers: {
        git: {
          services: {
            urls: repositories.map(name => `${gitUrl}/${name}`),
            baseUrl: gitUrl,
            schedule: often,
          },
        },
      },
    },
    // A volume that all replicas share, instead of object storage.
    techdocs: {
      publisher: { type: 'local', local: { publishDirectory: techdocs } },
    },
    search: {
      collators: { catalog: { schedule: soon }, techdocs: { schedule: soon } },
    },
  };
}
