import { bearer } from '../support/api';
import { expect, test } from '../support/test';
import {
  adminToken,
  nameOf,
  persona,
  servicesOf,
  truth,
} from '../support/truth';

test('the catalog holds exactly what the repositories say', async ({
  request,
}) => {
  const answer = await request.get(
    '/api/catalog/entities/by-query?limit=0&filter=metadata.annotations.waymark.dev/example=true',
    bearer(adminToken),
  );
  expect((await answer.json()).totalItems).toBe(truth.catalog.total);
});

test('the portal documents itself', async ({ request }) => {
  const answer = await request.get(
    '/api/catalog/entities/by-query?limit=100&filter=kind=component,spec.system=waymark',
    bearer(adminToken),
  );
  const { items } = await answer.json();
  const names = items.map(
    (item: { metadata: { name: string } }) => item.metadata.name,
  );
  expect(names).toContain('waymark');
  expect(names).toContain('waymark-backend');
});

test('search finds a service by its title and by its name before all that mentions it', async ({
  page,
  portal,
  request,
}) => {
  // The index follows the catalog in intervals; the first one may come too early.
  test.setTimeout(300_000);
  const [{ ref, title }] = servicesOf(persona('developer').userRef);
  const name = nameOf(ref);
  const location = `/catalog/default/component/${name}`;
  for (const term of [title, name]) {
    const first = async () => {
      const answer = await request.get(
        `/api/search/query?term=${encodeURIComponent(term)}`,
        bearer(adminToken),
      );
      return (await answer.json()).results[0]?.document.location;
    };
    await expect.poll(first, { timeout: 240_000 }).toBe(location);
  }
  await portal.signInAs('developer');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const popup = page.getByRole('dialog');
  await popup.getByRole('searchbox').fill(title);
  await expect(popup.getByRole('listitem').first()).toContainText(title);
  await expect(popup.getByRole('listitem').first()).toContainText('Component');
  await popup.getByRole('searchbox').fill('runbook');
  await expect(popup.getByRole('listitem').first()).toContainText(
    /Runbook.*Documentation of /,
  );
});
