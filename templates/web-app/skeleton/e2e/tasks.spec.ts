import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** Unlike any other, since the database may hold what earlier runs left. */
const unique = (what: string) => `${what} ${Date.now().toString(36)}`;

async function add(page: Page, title: string) {
  await page.getByLabel('What is to be done?').fill(title);
  await page.getByRole('button', { name: 'Add task' }).click();
  await expect(page.getByText(`Added: ${title}`)).toBeVisible();
}

test('a task is added, kept and completed', async ({ page }) => {
  const title = unique('Call the supplier');
  await page.goto('/');
  await add(page, title);
  await page.reload();
  await expect(page.getByText(title, { exact: true })).toBeVisible();

  await page.getByRole('button', { name: `Complete ${title}` }).click();
  await expect(page.getByText(`Completed: ${title}`)).toBeVisible();
  await expect(page.getByText(title, { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByText(title, { exact: true })).toBeVisible();
});

test('a task without a title is refused beside the field', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Add task' }).click();
  await expect(
    page.getByLabel('What is to be done?'),
  ).toHaveAccessibleDescription('Give the task a title.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible and fits a phone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/');
    await add(page, unique(`A long word: ${'x'.repeat(60)}`));

    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    const width = await page.evaluate<number>(
      'document.documentElement.scrollWidth',
    );
    expect(width).toBeLessThanOrEqual(390);
  });
}
