import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import path from 'node:path';
import { persona, type Role } from './truth';

const SCREENSHOTS = path.resolve(__dirname, '../report/screenshots');
const NARROW = { width: 390, height: 844 };

interface Portal {
  /** Opens the portal and signs in with one click as the person of that role. */
  signInAs(role: Role): Promise<void>;
  /** Fails on serious findings of axe, and keeps a picture: light and dark, wide and narrow. */
  inspect(name: string): Promise<void>;
  /** Console errors that the test provokes on purpose, such as the browser's note of a 403. */
  expectConsoleErrors(pattern: RegExp): void;
}

async function seriousFindings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
}

export const test = base.extend<{ portal: Portal }>({
  portal: [
    async ({ page }, use) => {
      const errors: string[] = [];
      const expected: RegExp[] = [];
      page.on('console', message => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', error => errors.push(error.message));
      await use({
        async signInAs(role) {
          await page.goto('/');
          const { displayName } = persona(role);
          await page
            .getByRole('button', { name: new RegExp(`as ${displayName}`) })
            .click();
          // The first sign-in also loads the whole frontend.
          await expect(
            page.getByRole('link', { name: 'Home', exact: true }).first(),
          ).toBeVisible({ timeout: 30_000 });
        },
        async inspect(name) {
          const wide = page.viewportSize() ?? NARROW;
          // Where the pointer happened to rest is not what is inspected.
          await page.mouse.move(0, 0);
          for (const scheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme: scheme });
            expect(await seriousFindings(page), `${name}, ${scheme}`).toEqual(
              [],
            );
            for (const size of [wide, NARROW]) {
              await page.setViewportSize(size);
              await page.screenshot({
                path: path.join(
                  SCREENSHOTS,
                  `${name}-${scheme}-${size.width}.png`,
                ),
              });
            }
            await page.setViewportSize(wide);
          }
          await page.emulateMedia({ colorScheme: 'light' });
        },
        expectConsoleErrors(pattern) {
          expected.push(pattern);
        },
      });
      expect(
        errors.filter(text => !expected.some(pattern => pattern.test(text))),
        'errors in the browser console',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
