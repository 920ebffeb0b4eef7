import type { Page } from '@playwright/test';
import { bearer, tokenOf } from '../support/api';
import { expect, test } from '../support/test';
import { persona, servicesOf, truth, type Role } from '../support/truth';

const BUCKET = '/api/user-settings/buckets/default.waymark-home';
const KEY = 'home-arrangement';

/** Presses a button the way a keyboard does: by way of the item of the list that it is in. */
async function press(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true });
  const item = page.getByRole('row').filter({ has: button });
  await expect(button).toBeVisible();
  if ((await item.count()) > 0) {
    await item.focus();
    await expect(item).toBeFocused();
  }
  await button.focus();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Titles of the widgets, from above; the main column before the side column. */
async function widgets(page: Page): Promise<string[]> {
  const regions = page.locator('section[aria-label]:has(h2, .MuiCard-root)');
  await expect(regions.first()).toBeVisible();
  return regions.evaluateAll(found =>
    found.map(region => region.getAttribute('aria-label') ?? ''),
  );
}

const DAILY = [
  'Services of my teams',
  'Created by me',
  'Documentation',
  'Files that need attention',
  'Unread notifications',
  'Starred',
  'Recently visited',
  'Links',
];

const OWN: Record<Role, string[]> = {
  developer: [],
  'team-lead': ['My team', 'Missing in the catalog'],
  'platform-pm': ['Catalog at a glance', 'Use of templates'],
  'platform-engineer': [
    'Catalog ingestion',
    'Failed template runs',
    'Unprocessed entities',
  ],
};

for (const role of Object.keys(OWN) as Role[]) {
  test(`the home page of a ${role} has what the role needs, without errors`, async ({
    page,
    portal,
  }) => {
    await portal.signInAs(role);
    for (const title of [...OWN[role], ...DAILY]) {
      await expect(
        page.getByRole('region', { name: title, exact: true }),
        title,
      ).toBeVisible();
    }
    const others = Object.values(OWN)
      .flat()
      .filter(title => !OWN[role].includes(title));
    for (const title of others) {
      await expect(
        page.getByRole('region', { name: title, exact: true }),
      ).toHaveCount(0);
    }
    await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await portal.inspect(`home-${role}`);
  });
}

test('a team lead sees the people of the team and what its services lack', async ({
  page,
  portal,
}) => {
  const lead = persona('team-lead');
  const owned = servicesOf(lead.userRef);
  const withoutApi = owned.filter(
    ({ type, apis }) => type === 'service' && apis.length === 0,
  );
  const withoutDocs = owned.filter(({ docs }) => !docs);
  await portal.signInAs('team-lead');
  const team = page.getByRole('region', { name: 'My team' });
  await expect(team.getByText(lead.displayName)).toBeVisible();
  await expect(
    team.getByText(
      `${owned.length} components owned. Without docs: ${withoutDocs.length}. ` +
        `Services without API description: ${withoutApi.length}.`,
    ),
  ).toBeVisible();
  const lacking = page.getByRole('region', { name: 'Missing in the catalog' });
  for (const { title } of [...withoutApi, ...withoutDocs].slice(0, 8)) {
    await expect(lacking.getByRole('link', { name: title })).toBeVisible();
  }
});

test('a platform PM sees figures of the catalog that the catalog confirms', async ({
  page,
  portal,
  request,
}) => {
  const token = await tokenOf(request, persona('platform-pm').userRef);
  const count = async (filter: string) => {
    const answer = await request.get(
      `/api/catalog/entities/by-query?limit=0&filter=kind=component${filter}`,
      bearer(token),
    );
    return (await answer.json()).totalItems as number;
  };
  const [components, documented, services] = await Promise.all([
    count(''),
    count(',metadata.annotations.backstage.io/techdocs-ref'),
    count(',spec.type=service'),
  ]);
  // The portal's own components are in the catalog beside those of the example.
  expect(components).toBeGreaterThanOrEqual(truth.organisation.services.length);
  await portal.signInAs('platform-pm');
  const glance = page.getByRole('region', { name: 'Catalog at a glance' });
  await expect(
    glance.getByText(`${documented} of ${components} components`),
  ).toBeVisible();
  await expect(
    glance.getByText(new RegExp(`of ${services} services`)),
  ).toBeVisible();
  await expect(glance.getByText(/^As of .* UTC$/)).toBeVisible();
});

test('somebody arranges the home page by keyboard and finds it so on another device; then goes back', async ({
  page,
  portal,
  browser,
  request,
}) => {
  test.setTimeout(120_000);
  const token = await tokenOf(request, persona('developer').userRef);
  await request.delete(`${BUCKET}/keys/${KEY}`, bearer(token));
  await portal.signInAs('developer');
  await expect.poll(() => widgets(page)).toEqual(DAILY);

  await press(page, 'Arrange');
  await expect(
    page.getByRole('heading', { name: 'Arrange your home page' }),
  ).toBeVisible();
  await portal.inspect('home-arrange');
  await press(page, 'Move Documentation up');
  await expect(page.getByRole('status')).toHaveText(
    'Documentation moved to the main column, 2 of 3',
  );
  await expect(
    page.getByRole('button', { name: 'Move Documentation up', exact: true }),
  ).toBeFocused();
  await press(page, 'Move Starred to the main column');
  await press(page, 'Remove Links');
  await press(page, 'Add widgets');
  await expect(page.getByRole('dialog', { name: 'Add widgets' })).toBeVisible();
  await portal.inspect('home-gallery');
  await press(page, 'Add My team');
  await page.keyboard.press('Escape');
  await press(page, 'Undo');
  await press(page, 'Save');

  const arranged = [
    'Services of my teams',
    'Documentation',
    'Created by me',
    'Starred',
    'Files that need attention',
    'Unread notifications',
    'Recently visited',
  ];
  await expect.poll(() => widgets(page)).toEqual(arranged);
  await page.reload();
  await expect.poll(() => widgets(page)).toEqual(arranged);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/');
  await other
    .getByRole('button', {
      name: new RegExp(`as ${persona('developer').displayName}`),
    })
    .click();
  // The first sign-in also loads the whole frontend.
  await expect(other.getByRole('button', { name: 'Arrange' })).toBeVisible({
    timeout: 30_000,
  });
  await expect.poll(() => widgets(other)).toEqual(arranged);
  await elsewhere.close();

  await press(page, 'Arrange');
  await press(page, 'Back to the default of my role');
  await press(page, 'Back to the default');
  await expect.poll(() => widgets(page)).toEqual(DAILY);
  await page.reload();
  await expect.poll(() => widgets(page)).toEqual(DAILY);
});

test('whoever leaves with changes that are not saved is asked, by link and by the way back', async ({
  page,
  portal,
}) => {
  await portal.signInAs('developer');
  await page.getByRole('link', { name: 'Catalog', exact: true }).click();
  await expect(page).toHaveURL(/\/catalog/);
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.getByRole('button', { name: 'Arrange' }).click();
  await press(page, 'Remove Links');
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });

  await page.goBack();
  await expect(dialog).toBeVisible();
  await portal.inspect('home-leave');
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/$/);
  await page.getByRole('link', { name: 'APIs', exact: true }).click();
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(
    page.getByRole('heading', { name: 'Arrange your home page' }),
  ).toBeVisible();

  await page.goBack();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page).toHaveURL(/\/catalog/);
});

test('widgets are dragged by keyboard from one column to the other', async ({
  page,
  portal,
}) => {
  await portal.signInAs('platform-pm');
  await page.getByRole('button', { name: 'Arrange' }).click();
  await press(page, 'Drag Created by me');
  const target = page.locator('[aria-roledescription="drop indicator"]:focus');
  await expect(target).toHaveAttribute('aria-label', /^Insert/);
  await page.keyboard.press('Tab');
  await expect(target).toHaveAttribute(
    'aria-label',
    /Drop on|notifications|Starred|visited|Links/,
  );
  await page.keyboard.press('Enter');
  const side = page.getByRole('grid', { name: 'Side column' });
  await expect(side.getByText('Created by me', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Arrange' })).toBeVisible();
});

test('an arrangement of another version is put beside, not lost', async ({
  page,
  portal,
  request,
}) => {
  const token = await tokenOf(request, persona('developer').userRef);
  const newer = { version: 99, rows: [] };
  await request.put(`${BUCKET}/keys/${KEY}`, {
    ...bearer(token),
    data: { value: newer },
  });
  await portal.signInAs('developer');
  await expect(
    page.getByText('The arrangement that you made cannot be read'),
  ).toBeVisible();
  await expect.poll(() => widgets(page)).toEqual(DAILY);
  const kept = await request.get(`${BUCKET}/keys/${KEY}`, bearer(token));
  expect((await kept.json()).value).toEqual(newer);
  const setAside = page.waitForRequest(
    sent => sent.method() === 'PUT' && sent.url().includes(`${KEY}.set-aside`),
  );
  await page
    .getByRole('button', { name: 'Keep the home page of my role' })
    .click();
  expect((await setAside).postDataJSON()).toEqual({ value: newer });
  await expect(
    page.getByText('The arrangement that you made cannot be read'),
  ).toHaveCount(0);
});

test('the list of documentation fits a phone', async ({ page, portal }) => {
  await portal.signInAs('developer');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/docs');
  await expect(
    page.getByRole('heading', { name: /^Documentation/ }),
  ).toBeVisible();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  const overflow = await page
    .locator('main')
    .first()
    .evaluate(main =>
      [main, ...main.querySelectorAll('*')].some(
        element =>
          element.scrollWidth > element.clientWidth + 1 &&
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
      ),
    );
  expect(overflow).toBe(false);
  await portal.inspect('docs-phone');
});
