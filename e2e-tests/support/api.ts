import { expect, type APIRequestContext } from '@playwright/test';
import { adminToken } from './truth';

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

/** Waits until the documentation of a component is built, which the portal does in the background. */
export async function untilDocumented(
  request: APIRequestContext,
  name: string,
): Promise<void> {
  await expect(async () => {
    const site = `/api/techdocs/static/docs/default/component/${name}`;
    const page = await request.get(`${site}/index.html`, bearer(adminToken));
    expect(page.status()).toBe(200);
  }).toPass({ timeout: 240_000, intervals: [1_000] });
}
