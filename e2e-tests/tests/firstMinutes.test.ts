import { untilDocumented } from '../support/api';
import { expect, test } from '../support/test';
import { nameOf, persona, servicesOf, truth } from '../support/truth';

const { name: organisation } = truth.organisation.organisation;

test('the sign-in page says what this is and offers four people', async ({
  page,
  portal,
}) => {
  await page.goto('/');
  for (const { displayName } of truth.organisation.personas) {
    await expect(
      page.getByRole('button', { name: new RegExp(displayName) }),
    ).toBeVisible();
  }
  await expect(page.getByText(organisation).first()).toBeVisible();
  await portal.inspect('sign-in');
});

test('a developer finds own services, opens one, reads its API and its docs', async ({
  page,
  portal,
  request,
}) => {
  test.setTimeout(300_000);
  const { userRef } = persona('developer');
  const service = servicesOf(userRef).find(
    one => one.docs && one.apis.length > 0 && one.dependsOn.length > 0,
  );
  if (!service) throw new Error('The developer of the example owns no service');
  const { title: label } = service;

  await portal.signInAs('developer');
  await expect(page.getByText(`Example organisation`).first()).toBeVisible();
  await expect(page.getByRole('link', { name: label }).first()).toBeVisible();
  await portal.inspect('home-developer');

  await page.goto('/catalog?filters[user]=owned');
  await expect(page.getByRole('link', { name: label }).first()).toBeVisible();
  await portal.inspect('catalog');

  await page.getByRole('link', { name: label, exact: true }).first().click();
  await expect(page.getByRole('heading', { name: label })).toBeVisible();
  await portal.inspect('service-overview');

  await untilDocumented(request, nameOf(service.ref));
  await page.goto(`/docs/default/component/${nameOf(service.ref)}`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible({
    timeout: 45_000,
  });
  await portal.inspect('service-docs');

  const api = nameOf(service.apis[0].ref);
  await page.goto(`/catalog/default/api/${api}/definition`);
  await expect(
    page.getByText(/Schemas|Operations|Messages/).first(),
  ).toBeVisible({ timeout: 30_000 });
  await portal.inspect('api-definition');
});

test('search finds a service by name, and documentation by its words', async ({
  page,
  portal,
}) => {
  test.setTimeout(300_000);
  const service = servicesOf(persona('developer').userRef).find(
    ({ docs }) => docs,
  );
  if (!service) throw new Error('The developer of the example has no docs');
  await portal.signInAs('developer');
  // The index is filled in the background, a little after the catalog.
  await expect(async () => {
    await page.goto(`/search?query=${nameOf(service.ref)}`);
    await expect(
      page.getByRole('link', { name: service.title }).first(),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 240_000 });
  await portal.inspect('search');

  // Documentation is built and indexed in the background: the runbook appears when it is.
  await expect(async () => {
    await page.goto(`/search?query=${service.title}+runbook&types[]=techdocs`);
    await expect(
      page
        .getByRole('link', { name: new RegExp(`Runbook.*${service.title}`) })
        .first(),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 240_000 });
});

test('a team lead opens the page of the team', async ({ page, portal }) => {
  const lead = persona('team-lead');
  const [service] = servicesOf(lead.userRef);
  await portal.signInAs('team-lead');
  await page.goto(`/catalog/default/group/${nameOf(service.owner)}`);
  await expect(page.getByText(lead.displayName).first()).toBeVisible();
  await portal.inspect('team');
});

test('a platform PM sees the whole organisation', async ({ page, portal }) => {
  await portal.signInAs('platform-pm');
  await portal.inspect('home-platform-pm');
  await page.goto('/catalog?filters[kind]=domain&filters[user]=all');
  await expect(
    page.getByRole('heading', { name: /domain/i }).first(),
  ).toBeVisible();
  await page.goto('/catalog?filters[kind]=system&filters[user]=all');
  // The first by name is on the first page.
  const [system] = truth.organisation.services.map(one => one.system).sort();
  await expect(
    page.locator(`a[href$="/system/${nameOf(system)}"]`).first(),
  ).toBeVisible();
  await page.goto(`/catalog/default/system/${nameOf(system)}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await portal.inspect('system');
});

test('a platform engineer sees what could not be read, and where', async ({
  page,
  portal,
}) => {
  const syntax = truth.broken.find(({ code }) => code === 'yaml-syntax');
  if (!syntax) throw new Error('The example has no broken YAML');
  await portal.signInAs('platform-engineer');
  await page.goto('/git/health');
  await expect(page.getByText(syntax.repository).first()).toBeVisible();
  await portal.inspect('ingestion-health');
  await page
    .getByRole('link', { name: `${syntax.path}:${syntax.line}` })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`#L${syntax.line}$`));
  await portal.inspect('source');
});

test('ingestion health is offered to those who may see it, and to nobody else', async ({
  page,
  portal,
}) => {
  const link = page.getByRole('link', { name: 'Ingestion health' });
  await portal.signInAs('developer');
  await expect(link).toHaveCount(0);
  await page.goto('/git/health');
  await expect(
    page.getByRole('heading', { name: 'Page not found' }),
  ).toBeVisible();
});

test('the portal documents itself', async ({ page, portal, request }) => {
  test.setTimeout(300_000);
  await portal.signInAs('developer');
  await untilDocumented(request, 'waymark');
  await page.goto('/docs/default/component/waymark');
  await expect(page.getByRole('heading', { name: 'Three layers' })).toBeVisible(
    { timeout: 45_000 },
  );
  await portal.inspect('portal-docs');
});

test('someone signs out and is back at the sign-in page', async ({
  page,
  portal,
}) => {
  await portal.signInAs('developer');
  await page.goto('/settings');
  await page
    .getByRole('button', { name: /more|menu/i })
    .first()
    .click();
  await page.getByText(/sign out/i).click();
  await expect(
    page.getByRole('button', {
      name: new RegExp(persona('developer').displayName),
    }),
  ).toBeVisible();
});
