import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bearer } from '../support/api';
import { expect, test } from '../support/test';
import {
  adminToken,
  nameOf,
  persona,
  servicesOf,
  truth,
} from '../support/truth';

const FILE = 'catalog-info.yaml';
const PERSON = {
  GIT_AUTHOR_NAME: 'End-to-end test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'End-to-end test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

/** Git as a person runs it, who is asked for nothing. */
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...PERSON, GIT_TERMINAL_PROMPT: '0' },
  });

test('a developer clones a repository, pushes with a token of theirs, and the catalog follows', async ({
  page,
  portal,
  request,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const [service] = servicesOf(persona('developer').userRef);
  const other = truth.organisation.services.find(
    ({ owner }) => owner !== service.owner,
  );
  if (!baseURL || !other) throw new Error('There is nothing to push to');

  await portal.signInAs('developer');
  await page.goto('/settings/git-access');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('textbox', { name: /Name/ }).fill('End-to-end test');
  await portal.inspect('git-access-new');
  await page.getByRole('button', { name: 'Make the token' }).click();
  const token = await page
    .getByRole('textbox', { name: 'Copy your token now' })
    .inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('row', { name: /End-to-end test/ }).first();
  await expect(row).toBeVisible();
  // What a screen reader was told of the button that was pressed stays for some seconds.
  await expect(
    page.locator('[data-live-announcer] [aria-labelledby]'),
  ).toHaveCount(0);
  await portal.inspect('git-access');

  const folder = mkdtempSync(path.join(tmpdir(), 'clone-'));
  const addressOf = (repository: string) => {
    const address = new URL(`${baseURL}/forge/${repository}.git`);
    address.username = 'anybody';
    address.password = token;
    return address.href;
  };
  try {
    git(
      folder,
      'clone',
      '--quiet',
      `${baseURL}/forge/${service.repository}.git`,
      '.',
    );
    const file = path.join(folder, FILE);
    const before = readFileSync(file, 'utf8');
    const description = `Pushed by an end-to-end test, ${Date.now()}`;
    const push = (text: string) => {
      writeFileSync(file, text);
      git(folder, 'commit', '--quiet', '--all', '-m', 'test: a push');
      git(
        folder,
        'push',
        '--quiet',
        addressOf(service.repository),
        'HEAD:main',
      );
    };
    push(
      before.replace(/^ {2}description: .*$/m, `  description: ${description}`),
    );
    await expect
      .poll(async () => {
        const answer = await request.get(
          `/api/catalog/entities/by-name/component/default/${nameOf(
            service.ref,
          )}`,
          bearer(adminToken),
        );
        return (await answer.json()).metadata.description;
      })
      .toBe(description);
    push(before);

    expect(() =>
      git(folder, 'push', '--force', addressOf(other.repository), 'HEAD:main'),
    ).toThrow(/only they push to it/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  await row.getByRole('button', { name: /^Revoke/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Revoke', exact: true })
    .click();
  await expect(row).toHaveCount(0);
});
