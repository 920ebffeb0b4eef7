/**
 * Makes the lock file of a template anew: `yarn workspace @waymark/template-verify lock <template>`.
 * What is installed does not depend on the answers in the form, so one file fits every repository.
 */
import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTemplates } from './templates';

/** A name of the same form, to be replaced by that of the repository. */
const NAME = 'name-of-the-repository';

function lock(skeleton: string): void {
  const manifest = readFileSync(
    path.join(skeleton, 'package.json.njk'),
    'utf8',
  );
  const rendered = manifest
    .replaceAll('${{ values.name }}', NAME)
    .replaceAll('${{ values.name | dump }}', JSON.stringify(NAME))
    .replaceAll('${{ values.description | dump }}', '""');
  const folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  try {
    writeFileSync(path.join(folder, 'package.json'), rendered);
    // Without addresses: each installs from the registry that it is configured to use.
    const options = [
      '--package-lock-only',
      '--omit-lockfile-registry-resolved',
    ];
    execFileSync('npm', ['install', ...options, '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
    });
    const content = readFileSync(
      path.join(folder, 'package-lock.json'),
      'utf8',
    );
    writeFileSync(
      path.join(skeleton, 'package-lock.json.njk'),
      content.replaceAll(NAME, '${{ values.name }}'),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const names = process.argv.slice(2);
if (names.length === 0) throw new Error('usage: lock <template>...');
for (const { folder } of readTemplates(names)) {
  const skeleton = path.join(folder, 'skeleton');
  if (readdirSync(skeleton).includes('package.json.njk')) lock(skeleton);
}
