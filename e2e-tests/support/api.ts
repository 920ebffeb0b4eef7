import type { APIRequestContext } from '@playwright/test';
import { persona, type Role } from './truth';

/** A token of the person of that role, as the browser would get one. */
export async function tokenOf(
  request: APIRequestContext,
  role: Role,
): Promise<string> {
  const response = await request.get('/api/auth/example/refresh', {
    headers: {
      'x-waymark-person': persona(role).userRef,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}

export const bearer = (token: string) => ({
  headers: { authorization: `Bearer ${token}` },
});
