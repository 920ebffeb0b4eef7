import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';

/** Brings one site up to date. Resolves to whether it was built anew; rejects with the build's own words. */
export type BuildSite = (
  entityRef: string,
  signal: AbortSignal,
) => Promise<boolean>;

/**
 * Asks the TechDocs backend to bring a site up to date, the way its reader page does. The answer is
 * a stream of server-sent events: `log` lines, then `finish` or `error`.
 */
export function createSiteBuilder(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): BuildSite {
  const { auth, discovery } = options;
  return async (entityRef, signal) => {
    const { namespace, kind, name } = parseEntityRef(entityRef);
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    const target = [namespace, kind, name].map(encodeURIComponent).join('/');
    const response = await fetch(
      `${await discovery.getBaseUrl('techdocs')}/sync/${target}`,
      {
        headers: {
          accept: 'text/event-stream',
          authorization: `Bearer ${token}`,
          // The backend listens on the connection of each sync until that closes; kept open for
          // the next site, it would gather listeners.
          connection: 'close',
        },
        signal,
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return readOutcome(await response.text());
  };
}

/** Reads the last event of a sync: `finish` with `{updated}`, or `error` with a message. */
export function readOutcome(stream: string): boolean {
  const last = stream
    .trim()
    .split('\n\n')
    .at(-1)
    ?.split('\n')
    .map(line => line.split(/: (.*)/s));
  const field = (name: string) => last?.find(([key]) => key === name)?.[1];
  const data: unknown = JSON.parse(field('data') ?? 'null');
  if (field('event') === 'finish') {
    return (data as { updated?: boolean } | null)?.updated === true;
  }
  throw new Error(
    typeof data === 'string' ? data : 'The build ended without an answer',
  );
}
