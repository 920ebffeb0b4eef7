import { DefaultHttpAuthService } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createServiceFactory,
  type HttpAuthService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { explainRefusal } from './explainRefusal';
import { readJwksEntries, type JwksEntry } from './jwksEntries';

/** What the host says of every token that nothing has recognised, whatever is wrong with it. */
const UNEXPLAINED = 'Illegal token';
const BEARER = /^Bearer +(\S+)$/i;

/** HTTP authentication of the host, with a reason where it refuses a token. */
export const httpAuthServiceFactory = createServiceFactory({
  service: coreServices.httpAuth,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
    plugin: coreServices.pluginMetadata,
  },
  factory: ({ auth, config, discovery, plugin }) =>
    explaining(
      DefaultHttpAuthService.create({
        auth,
        discovery,
        pluginId: plugin.getId(),
      }),
      readJwksEntries(config),
    ),
});

function explaining(
  inner: HttpAuthService,
  entries: readonly JwksEntry[],
): HttpAuthService {
  return {
    issueUserCookie: (res, options) => inner.issueUserCookie(res, options),
    credentials: async (req, options) => {
      try {
        return await inner.credentials(req, options);
      } catch (error) {
        const token = BEARER.exec(req.headers.authorization ?? '')?.[1];
        if (
          token &&
          error instanceof AuthenticationError &&
          error.message === UNEXPLAINED
        ) {
          throw new AuthenticationError(
            explainRefusal(token, entries, new Date()),
          );
        }
        throw error;
      }
    },
  };
}
