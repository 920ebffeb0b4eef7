import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { CallerCredentials } from '../types';

/** @throws AuthenticationError for anonymous callers. */
export function authenticate(
  req: Request,
  httpAuth: HttpAuthService,
): Promise<CallerCredentials> {
  return httpAuth.credentials(req, { allow: ['user', 'service'] });
}
