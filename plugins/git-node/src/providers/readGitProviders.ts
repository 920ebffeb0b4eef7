import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { assertRef } from '../command/safety';
import { parseRemote } from '../remotes/parseRemote';
import { repositoryNameOf } from './repositoryNameOf';
import { GitProviderInput, gitProviderSchema } from './schema';
import { GitProviderConfig, GitProviderSource } from './types';

const ROOT_KEY = 'catalog.providers.git';
const PROVIDER_ID = /^[A-Za-z][\w-]{0,62}$/;

const DEFAULT_KINDS = ['Component', 'API', 'Resource', 'System', 'Domain'];

/** A first fetch that is cut off begins anew, so it must have time to end. */
const DEFAULT_REPOSITORY_TIMEOUT_MS = 5 * 60_000;

/** Kinds that only a named source may emit. */
const SOURCE_KINDS: Record<GitProviderSource, string[]> = {
  services: [],
  organisation: ['User', 'Group'],
  templates: ['Template'],
};

const DEFAULT_SCHEDULE: GitProviderConfig['schedule'] = {
  frequency: { minutes: 5 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 3 },
};

/**
 * Reads `catalog.providers.git`.
 *
 * @throws InputError naming the configuration path, e.g. when two providers
 * claim to be the source of the organisation
 */
export function readGitProviders(config: Config): GitProviderConfig[] {
  const section = config.getOptionalConfig(ROOT_KEY);
  const providers = (section?.keys() ?? []).map(id =>
    readProvider(id, config.getConfig(`${ROOT_KEY}.${id}`), config),
  );
  const organisations = providers.filter(p => p.source === 'organisation');
  if (organisations.length > 1) {
    throw new InputError(
      `${ROOT_KEY}: only one provider may have 'source: organisation', but ${organisations
        .map(p => p.id)
        .join(' and ')} do`,
    );
  }
  return providers;
}

function readProvider(
  id: string,
  section: Config,
  config: Config,
): GitProviderConfig {
  const at = `${ROOT_KEY}.${id}`;
  if (!PROVIDER_ID.test(id)) {
    throw new InputError(
      `${at}: the id may have letters, digits, _ and - only`,
    );
  }
  const input = parseInput(at, section.get());
  const urls = input.urls ?? (input.url ? [input.url] : []);
  checkAddresses(at, input, urls);
  const source = input.source ?? 'services';
  const baseUrl = baseUrlOf(at, input, urls, config);
  return {
    id,
    root: input.root,
    urls,
    repository: input.repository,
    include: input.include ?? [],
    exclude: input.exclude ?? [],
    baseUrl,
    host: hostOf(baseUrl, config),
    branch: input.branch,
    entityFilename: input.entityFilename.replace(/^\.?\//, ''),
    schedule: section.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          section.getConfig('schedule'),
        )
      : DEFAULT_SCHEDULE,
    source,
    allow: {
      kinds: [
        ...(input.allow?.kinds ?? DEFAULT_KINDS).filter(k => k !== 'Location'),
        ...SOURCE_KINDS[source],
      ],
      namespaces: (input.allow?.namespaces ?? ['default']).map(n =>
        n.toLowerCase(),
      ),
    },
    concurrency: input.concurrency,
    repositoryTimeoutMs: section.has('repositoryTimeout')
      ? durationToMilliseconds(
          readDurationFromConfig(section, { key: 'repositoryTimeout' }),
        )
      : DEFAULT_REPOSITORY_TIMEOUT_MS,
    limits: input.limits,
  };
}

function parseInput(at: string, value: unknown): GitProviderInput {
  const parsed = gitProviderSchema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => {
      const path = [at, ...issue.path.map(String)].join('.');
      return `${path}: ${issue.message}`;
    });
    throw new InputError(problems.join('; '));
  }
  return parsed.data;
}

function checkAddresses(at: string, input: GitProviderInput, urls: string[]) {
  try {
    urls.forEach(parseRemote);
    if (input.branch) {
      assertRef(input.branch);
    }
    if (!input.repository) {
      urls.forEach(repositoryNameOf);
    }
  } catch (error) {
    throw new InputError(`${at}: ${(error as Error).message}`);
  }
}

/** The address of people's view: given, else the host's own, else the portal's Git page. */
function baseUrlOf(
  at: string,
  input: GitProviderInput,
  urls: string[],
  config: Config,
): string {
  const [first] = urls.map(parseRemote);
  const appUrl = config.getOptionalString('app.baseUrl');
  const derived: Record<string, () => string | undefined> = {
    http: () => (first.kind === 'http' ? new URL(first.url).origin : undefined),
    ssh: () => (first.kind === 'ssh' ? `https://${first.host}` : undefined),
    local: () => appUrl && `${appUrl.replace(/\/+$/, '')}/git`,
  };
  const baseUrl = input.baseUrl ?? derived[first?.kind ?? 'local']();
  if (!baseUrl) {
    throw new InputError(
      `${at}.baseUrl: needed, because neither the address nor app.baseUrl tells it`,
    );
  }
  return baseUrl.replace(/\/+$/, '');
}

function hostOf(baseUrl: string, config: Config): GitProviderConfig['host'] {
  const type = ScmIntegrations.fromConfig(config).byUrl(baseUrl)?.type;
  return type === 'github' || type === 'gitlab' ? type : undefined;
}
