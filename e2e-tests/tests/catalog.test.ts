import { bearer } from '../support/api';
import { expect, test } from '../support/test';
import { adminToken, truth } from '../support/truth';

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
