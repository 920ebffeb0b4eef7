/**
 * Makes the lock files of the skeleton anew, one for each broker: what is installed
 * depends on it. Run from anywhere: `node templates/event-service/lock.mjs`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTemplateRenderer } from 'nunjitsu';
import { parse } from 'yaml';

const template = import.meta.dirname;
const skeleton = path.join(template, 'skeleton');

/** A name of the same form, to be replaced by that of the repository. */
const NAME = 'name-of-the-repository';

const { spec } = parse(
  readFileSync(path.join(template, 'template.yaml'), 'utf8'),
);
const brokers = spec.parameters.flatMap(
  page => page.properties.broker?.enum ?? [],
);
const renderer = createTemplateRenderer({
  filters: { dump: value => JSON.stringify(value) },
  trimBlocks: true,
  lstripBlocks: true,
});
const manifest = readFileSync(path.join(skeleton, 'package.json.njk'), 'utf8');

for (const broker of brokers) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  try {
    const values = { name: NAME, description: '', broker };
    writeFileSync(
      path.join(folder, 'package.json'),
      renderer.render(manifest, renderer.prepareContext({ values })),
    );
    // Without addresses: each installs from the registry that it is configured to use.
    const options = [
      '--package-lock-only',
      '--omit-lockfile-registry-resolved',
    ];
    execFileSync('npm', ['install', ...options, '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
    });
    const lock = readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
    const name = `{% if values.broker == '${broker}' %}package-lock.json{% endif %}.njk`;
    writeFileSync(
      path.join(skeleton, name),
      lock.replaceAll(NAME, '${{ values.name }}'),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
