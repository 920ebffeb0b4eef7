import type { Locator, Page } from '@playwright/test';
import { bearer } from '../support/api';
import { expect, test } from '../support/test';
import { adminToken } from '../support/truth';

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Activates with the keyboard alone what the pointer would click. */
async function press(
  page: Page,
  name: string | RegExp,
  within = page.locator('main'),
) {
  const link = within.getByRole('link', { name }).first();
  await link.focus();
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
}

const MAX_STEPS = 12;

/** The same inside a table, whose rows are one stop and whose cells are reached with arrows. */
async function pressInTable(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  await target.locator('xpath=ancestor::*[@role="row"][1]').focus();
  const isReached = () =>
    target.evaluate(element => element === element.ownerDocument.activeElement);
  for (let step = 0; step < MAX_STEPS && !(await isReached()); step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(target).toBeFocused();
  await page.keyboard.press('Enter');
}

test('a team lead walks from the lead time of the team to the event that said so', async ({
  page,
  portal,
  request,
}) => {
  test.setTimeout(300_000);
  // Deliveries of a whole year are taken in after the first start.
  await expect(async () => {
    const answer = await request.get(
      `/api/dora/changes?sample=true&limit=1&from=${daysAgo(90)}&to=${daysAgo(
        0,
      )}`,
      bearer(adminToken),
    );
    expect((await answer.json()).items).toHaveLength(1);
  }).toPass({ timeout: 240_000, intervals: [2_000] });

  await portal.signInAs('team-lead');
  const widget = page.getByRole('region', { name: 'Delivery of my teams' });
  const leadTime = widget
    .last()
    .getByRole('region', { name: 'Lead time for changes' });
  await expect(leadTime).toContainText(/\d (hours|days|minutes)/);
  await press(page, /Changes, slowest first/, leadTime);
  await expect(page).toHaveURL(/dora\/changes\?.*scope=user/);
  await portal.inspect('delivery-changes');

  await press(page, 'Overview');
  await expect(
    page.getByRole('region', { name: 'Where the time goes' }),
  ).toContainText('Review');
  await portal.inspect('delivery-overview');

  // The data of the chart as a table: its links are those of the bars.
  const stages = page.getByRole('region', { name: 'Where the time goes' });
  await stages.getByRole('button', { name: /table/i }).press('Enter');
  await press(page, /^Review/, stages);
  await expect(page).toHaveURL(/sort=review/);
  const table = page.getByRole('group', { name: 'Changes' });
  const first = table.getByRole('rowheader').first();
  const title = await first.getByRole('link').innerText();
  await pressInTable(page, first.getByRole('link'));

  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page).toHaveTitle(`Delivery · Change · ${title} | Waymark`);
  await expect(page.getByText('First review')).toBeVisible();
  await portal.inspect('delivery-change');
  const events = page.getByRole('region', { name: 'Events that said so' });
  await events.getByRole('button').first().press('Enter');
  await expect(events.getByLabel('Content').first()).toContainText('{');

  await press(page, 'All changes');
  await expect(page).toHaveURL(/changes\?.*sort=review/);
  await expect(table.getByRole('link', { name: title }).first()).toBeVisible();
});

test('a platform engineer maps an unknown environment with one click', async ({
  page,
  portal,
  request,
}) => {
  test.setTimeout(300_000);
  const waiting = async () => {
    const answer = await request.get(
      '/api/dora/triage?limit=200',
      bearer(adminToken),
    );
    const { items } = (await answer.json()) as {
      items: {
        kind: string;
        name: string;
        suggestion: { value: string } | null;
      }[];
    };
    return items.find(
      ({ kind, suggestion }) => kind === 'environment' && suggestion,
    );
  };
  await expect(async () => expect(await waiting()).toBeDefined()).toPass({
    timeout: 240_000,
    intervals: [2_000],
  });
  const item = await waiting();
  if (!item?.suggestion) throw new Error('Nothing waits to be mapped');
  const { name, suggestion } = item;

  await portal.signInAs('platform-engineer');
  await page.goto('/dora/data');
  const map = page.getByRole('button', {
    name: `Map ${name} to ${suggestion.value}`,
  });
  await expect(map.first()).toBeVisible();
  await portal.inspect('delivery-data');
  await pressInTable(page, map.first());

  const mappings = page.getByRole('region', { name: 'Mappings' });
  await expect(mappings.getByRole('row', { name })).toBeVisible();
  await expect(map).toHaveCount(0);
  // Taken back, so that the test can run again.
  await pressInTable(
    page,
    mappings.getByRole('button', { name: `Remove the mapping of ${name}` }),
  );
  await expect(mappings.getByRole('row', { name })).toHaveCount(0);
});

test('someone without the permission does not see the data quality page', async ({
  page,
  portal,
}) => {
  await portal.signInAs('developer');
  await page.goto('/dora');
  const nav = page.getByRole('navigation', { name: 'Delivery pages' });
  await expect(nav.getByRole('link', { name: 'Incidents' })).toBeVisible();
  await expect(nav.getByRole('link', { name: 'Data quality' })).toHaveCount(0);
});

test('a developer sees the delivery of their services at home, and around them in the graph', async ({
  page,
  portal,
}) => {
  test.setTimeout(300_000);
  await portal.signInAs('developer');
  const services = page.getByRole('region', { name: 'Services of my teams' });
  await expect(
    services.getByRole('columnheader', { name: 'Delivery' }),
  ).toBeVisible();
  const last = page.getByRole('link', { name: /^Last deployment .* ago$/ });
  // Deliveries of a whole year are taken in after the first start.
  await expect(async () => {
    await page.reload();
    await expect(last.first()).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 240_000 });

  const row = services.getByRole('row').filter({ has: last }).first();
  await pressInTable(page, row.getByRole('rowheader').getByRole('link'));
  const relations = page.getByRole('list', { name: 'Delivery of components' });
  await expect(relations).toContainText('last deployment fine');
  await expect(
    page.getByRole('button', { name: / · last deployment (?:fine|failed)$/ }),
  ).not.toHaveCount(0);

  await press(page, 'View graph');
  await expect(page).toHaveURL(/catalog-graph/);
  await expect(
    page.getByRole('button', { name: / · last deployment (?:fine|failed)$/ }),
  ).not.toHaveCount(0);
  await portal.inspect('delivery-graph');
});
