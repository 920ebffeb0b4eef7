import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { Endpoint } from '@waymark/contract-common';
import type { CallContext, ContractHandlers } from '@waymark/contract-node';
import { doraContract } from '@waymark/plugin-dora-common';
import type { z } from 'zod';
import { inputSchema } from './inputSchema';
import { readActions } from './readActions';

type Handlers = ContractHandlers<typeof doraContract>;
/** A handler after its types were erased; the contract vouches for them. */
type AnyHandler = (
  context: { params: unknown; query: unknown; body: undefined } & CallContext,
) => Promise<object>;

/**
 * Offers the reads of the contract as actions, to MCP clients among others: the
 * same fields, permissions and answers. The registry is still alpha; nothing
 * but this folder touches it.
 */
export function registerActions(options: {
  registry: ActionsRegistryService;
  permissions: PermissionsService;
  handlers: Handlers;
}): void {
  const { registry, permissions, handlers } = options;
  for (const { endpoint: name, ...about } of readActions) {
    const endpoint: Endpoint = doraContract.endpoints[name];
    const { permission, params, query } = endpoint;
    const handler = handlers[name] as AnyHandler;
    registry.register({
      ...about,
      attributes: { readOnly: true, idempotent: true, destructive: false },
      visibilityPermission: permission,
      schema: {
        input: zod3 => inputSchema(zod3, [params, query]),
        output: zod3 => zod3.object({}).passthrough(),
      },
      action: async ({ input, credentials }) => {
        await assertAllowed(permission, credentials, permissions);
        const output = await handler({
          params: parse(params, input),
          query: parse(query, input),
          body: undefined,
          credentials: credentials as CallContext['credentials'],
          signal: new AbortController().signal,
          headers: {},
        });
        return { output: { ...output } };
      },
    });
  }
}

/** @throws InputError naming the field */
function parse(schema: z.ZodType | undefined, input: object): unknown {
  const result = schema?.safeParse(input);
  if (result && !result.success) {
    throw new InputError(
      result.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
    );
  }
  return result?.data;
}

async function assertAllowed(
  permission: BasicPermission,
  credentials: BackstageCredentials,
  permissions: PermissionsService,
) {
  const [{ result }] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`Missing permission '${permission.name}'`);
  }
}
