import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { CallerCredentials } from '../types';

/** @throws NotAllowedError naming the missing permission. */
export async function authorise(
  permission: BasicPermission,
  credentials: CallerCredentials,
  permissions: PermissionsService,
): Promise<void> {
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision?.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`Missing permission '${permission.name}'`);
  }
}
