import { bearer, tokenOf } from '../support/api';
import { descriptorOf, pushDescriptor } from '../support/push';
import { expect, test } from '../support/test';
import { adminToken, nameOf, persona, servicesOf } from '../support/truth';

const BROKEN = 'kind: Component\nkind: API\n';

test('a push that breaks a file shows to its owner and to the platform engineer, and heals', async ({
  page,
  portal,
  request,
}) => {
  test.setTimeout(240_000);
  const owner = persona('developer');
  const [service] = servicesOf(owner.userRef);
  const { repository, ref, title } = service;
  const [group, name] = repository.split('/');
  const original = descriptorOf(repository);
  let lastGood = '';
  await pushDescriptor(request, repository, BROKEN);
  const entityPage = `/catalog/default/component/${nameOf(ref)}`;
  const line = `${repository} catalog-info.yaml:2`;
  try {
    await expect(async () => {
      const own = await request.get(
        '/api/catalog-git/problems/own',
        bearer(await tokenOf(request, owner.userRef)),
      );
      const { items } = await own.json();
      expect(items).toContainEqual(
        expect.objectContaining({
          repository,
          code: 'yaml-syntax',
          owners: [service.owner],
        }),
      );
      lastGood = items[0].lastGoodCommit.slice(0, 8);
    }).toPass({ timeout: 30_000 });

    // The owner, who has no permission for the health page.
    await portal.signInAs('developer');
    await expect(page.getByRole('link', { name: line })).toBeVisible();
    await page.goto(entityPage);
    const warning = page
      .getByRole('alert')
      .filter({ hasText: 'An older version of this entity is shown' });
    await expect(warning).toContainText(lastGood);
    await portal.inspect('entity-warning');
    await warning.getByRole('link', { name: `Open ${line}` }).click();
    await expect(page).toHaveURL(/catalog-info\.yaml#L2$/);
    await expect(async () => {
      const answer = await request.get(
        '/api/notifications/notifications',
        bearer(await tokenOf(request, owner.userRef)),
      );
      const { notifications } = await answer.json();
      const told = notifications.filter(
        (one: { payload: { topic?: string; link?: string } }) =>
          one.payload.topic === 'catalog-git' &&
          one.payload.link?.includes(repository),
      );
      expect(told).toHaveLength(1);
      expect(told[0].payload.link).toMatch(/^\/git\/.*catalog-info\.yaml#L2$/);
    }).toPass({ timeout: 60_000 });

    // The platform engineer, by an address that someone passed on.
    await page.context().clearCookies();
    await page.evaluate(() => window.localStorage.clear());
    await portal.signInAs('platform-engineer');
    await page.goto(`/git/health?code=yaml-syntax&text=${repository}`);
    const problems = page.getByRole('region', { name: 'Problems' });
    await expect(problems).toContainText(lastGood);
    await portal.inspect('ingestion-health');
    await problems.getByRole('link', { name: repository, exact: true }).click();
    await expect(page).toHaveURL(
      new RegExp(`/git/health/${group}/${name}\\?provider=example`),
    );
    await expect(
      page.getByRole('region', { name: 'Problems now' }),
    ).toContainText('YAML syntax');
    await portal.inspect('ingestion-repository');
  } finally {
    await pushDescriptor(request, repository, original);
  }

  // Mended: the problem is history, and the entity is what its file says.
  await expect(
    page.getByRole('region', { name: 'Problems now' }),
  ).toContainText('No problems', { timeout: 30_000 });
  await expect(
    page.getByRole('region', { name: 'Problems that are over' }),
  ).toContainText('YAML syntax');
  const answer = await request.get(
    `/api/catalog-git/entity-problems?entityRef=${ref}`,
    bearer(adminToken),
  );
  expect((await answer.json()).items).toEqual([]);
  await page.goto(entityPage);
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(
    page.getByText('An older version of this entity is shown'),
  ).toHaveCount(0);
});
