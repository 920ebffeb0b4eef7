import type { APIRequestContext } from '@playwright/test';

/** A token of that person, as the browser would get one. */
export async function tokenOf(
  request: APIRequestContext,
  userRef: string,
): Promise<string> {
  const response = await request.get('/api/auth/example/refresh', {
    headers: {
      'x-waymark-person': userRef,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}

export const bearer = (token: string) => ({
  headers: { authorization: `Bearer ${token}` },
});
