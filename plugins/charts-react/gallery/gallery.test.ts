import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { serve } from './serve';

const WIDE = { width: 1152, height: 900 };
const NARROW = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };

/**
 * Two versions of Chromium draw the edges of letters differently: between 148 and 156 by up to 45
 * pixels a chart and 595 in the table of teams. A line that is dashed no more, or a word that moves,
 * is more than twice that.
 */
const TOLERANCE_PX = { chart: 100, text: 900 };
const TEXTUAL = new Set(['teams', 'heat', 'states', 'cards', 'card-states']);

/** Colours do not depend on the width: on a phone in the dark, these stand for all. */
const DARK_ON_A_PHONE = new Set(['picker', 'cards', 'line', 'heat', 'teams']);

let site: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async () => {
  site = await serve(path.resolve(__dirname, '../dist/gallery'));
});

test.afterAll(() => site.stop());

/** Opens the gallery and waits until every chart is drawn; fails on errors of the console. */
async function open(page: Page, theme: 'light' | 'dark', size = WIDE) {
  const errors: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', error => errors.push(error.message));
  await page.setViewportSize(size);
  await page.goto(`${site.url}/?theme=${theme}`);
  const charts = page.getByRole('application');
  await expect(charts.first()).toBeVisible();
  for (const chart of await charts.all()) {
    await expect(chart.locator('svg.recharts-surface')).toBeVisible();
  }
  await page.evaluate(() => document.fonts.ready);
  expect(errors).toEqual([]);
}

const sections = (page: Page) =>
  page
    .locator('[data-section]')
    .evaluateAll(elements =>
      elements.map(element => element.getAttribute('data-section') ?? ''),
    );

/** At the top of the page, so that a section does not move the pictures of those below it. */
const showOnly = (page: Page, id: string) =>
  page.locator('[data-section]').evaluateAll((elements, shown) => {
    for (const element of elements) {
      const isShown = element.getAttribute('data-section') === shown;
      element.toggleAttribute('hidden', !isShown);
    }
  }, id);

for (const theme of ['light', 'dark'] as const) {
  for (const [name, size] of [
    ['wide', WIDE],
    ['narrow', NARROW],
  ] as const) {
    test(`looks as pictured: ${theme}, ${name}`, async ({ page }) => {
      await open(page, theme, size);
      const ids = (await sections(page)).filter(
        id => theme === 'light' || name === 'wide' || DARK_ON_A_PHONE.has(id),
      );
      expect(ids.length).toBeGreaterThan(4);
      for (const id of ids) {
        await showOnly(page, id);
        await expect
          .soft(page.locator(`[data-section="${id}"]`))
          .toHaveScreenshot(`${id}-${theme}-${name}.png`, {
            maxDiffPixels: TOLERANCE_PX[TEXTUAL.has(id) ? 'text' : 'chart'],
          });
      }
    });
  }

  test(`has no serious finding of axe: ${theme}`, async ({ page }) => {
    await open(page, theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
    ).toEqual([]);
  });
}

test('fits a screen of 320 px', async ({ page }) => {
  await open(page, 'light', NARROWEST);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBe(0);
});

test('every chart can be walked by keyboard and says where it is', async ({
  page,
}) => {
  await open(page, 'light');
  const charts = await page.getByRole('application').all();
  expect(charts.length).toBeGreaterThan(8);
  for (const chart of charts) {
    const name = await chart.getAttribute('aria-label');
    const said = chart.locator('xpath=..').getByRole('status');
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    await expect(said, `${name}, first point`).not.toBeEmpty();
    const first = await said.textContent();
    await page.keyboard.press('End');
    await expect(said, `${name}, last point`).not.toHaveText(first ?? '');
    await page.keyboard.press('Home');
    await expect(said, `${name}, first point again`).toHaveText(first ?? '');
    await page.keyboard.press('Escape');
    await expect(said, `${name}, left`).toBeEmpty();
  }
});

test('every chart has its table, hidden at first and shown on request', async ({
  page,
}) => {
  await open(page, 'light');
  const toggles = await page
    .getByRole('button', { name: /^Show as table/ })
    .all();
  expect(toggles.length).toBeGreaterThan(8);
  for (const toggle of toggles) {
    const frame = toggle.locator('xpath=ancestor::section[1]');
    const table = frame.getByRole('table');
    const rows = table.getByRole('row');
    expect(await rows.count()).toBeGreaterThan(2);
    expect((await table.boundingBox())?.width ?? 0).toBeGreaterThan(0);
    await toggle.click();
    await expect(frame.getByRole('application')).toHaveCount(0);
    await rows.last().scrollIntoViewIfNeeded();
    await expect(rows.last()).toBeInViewport();
    await toggle.click();
    await expect(frame.getByRole('application')).toBeVisible();
  }
});

test('the pointer and the keyboard meet the same tooltip', async ({ page }) => {
  await open(page, 'light');
  const section = page.locator('[data-section="line"]');
  const chart = section.getByRole('application');
  const box = await chart.boundingBox();
  if (!box) throw new Error('The line chart is not on the page');
  await chart.hover({ position: { x: box.width - 14, y: box.height / 2 } });
  const last = /Week of 30 Mar 2026, so far/;
  await expect(chart.getByText(last)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(chart.getByText(last)).toHaveCount(0);
  await chart.focus();
  await page.keyboard.press('End');
  await expect(chart.getByText(last)).toBeVisible();
  await showOnly(page, 'line');
  await expect(section).toHaveScreenshot('line-tooltip.png');
});

test('says what a figure means', async ({ page }) => {
  await open(page, 'light');
  await page
    .getByRole('button', { name: 'What is Lead time for changes?' })
    .click();
  const definition = page.getByRole('dialog', {
    name: 'What is Lead time for changes?',
  });
  await expect(definition).toContainText('What this does not tell you');
  await expect(definition).toHaveScreenshot('definition.png');
  await page.keyboard.press('Escape');
  await expect(definition).toHaveCount(0);
});
