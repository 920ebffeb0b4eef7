import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { ensureTechdocs, techdocsEnvironment } from '../lib/techdocs.mjs';

const run = promisify(execFile);
const SECRET = 'the-token-of-the-portal';
const folders = [];

await ensureTechdocs();
after(() =>
  folders.forEach(folder => rmSync(folder, { recursive: true, force: true })),
);

/** Builds a site the way TechDocs does, with a secret in the environment as the portal has some. */
async function build(mkdocsYml, index) {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-site-'));
  folders.push(folder);
  mkdirSync(path.join(folder, 'docs'));
  writeFileSync(path.join(folder, 'mkdocs.yml'), mkdocsYml);
  writeFileSync(path.join(folder, 'docs', 'index.md'), index);
  const site = path.join(folder, 'site');
  await run(
    'mkdocs',
    ['build', '-f', path.join(folder, 'mkdocs.yml'), '-d', site, '-v'],
    {
      cwd: folder,
      env: { ...process.env, ...techdocsEnvironment(), SECRET },
    },
  );
  return readFileSync(path.join(site, 'index.html'), 'utf8');
}

test('an ordinary site is built, with fonts of the reader, not of the internet', async () => {
  const page = await build(
    'site_name: Orders\nplugins: [techdocs-core]\n',
    '# Orders\n\n!!! note\n    Careful.\n',
  );
  assert.match(page, /admonition note/);
  assert.doesNotMatch(page, /fonts\.googleapis\.com/);
});

test('a site that would read the portal and tell a stranger learns nothing', async t => {
  let asked = '';
  const stranger = createServer((request, response) => {
    asked += request.url;
    response.end('<svg/>');
  });
  await new Promise(resolve => stranger.listen(0, '127.0.0.1', resolve));
  t.after(() => stranger.close());
  const { port } = stranger.address();
  const page = await build(
    `site_name: Thief
plugins: [techdocs-core]
markdown_extensions:
  - plantuml_markdown:
      server: http://127.0.0.1:${port}/
      base_dir: /
`,
    '# Thief\n\n```plantuml source="proc/self/environ"\n```\n\n--8<-- "/proc/self/environ"\n',
  ).catch(error => String(error.stderr));
  assert.equal(asked, '');
  assert.doesNotMatch(page, new RegExp(SECRET));
});

for (const name of [
  'pymdownx.snippets:SnippetExtension',
  'pymdownx.pathconverter',
  'antigravity',
]) {
  test(`an extension that nobody vouched for is refused by name: ${name}`, async () => {
    await assert.rejects(
      build(
        `site_name: Odd\nplugins: [techdocs-core]\nmarkdown_extensions: ["${name}"]\n`,
        '# Odd\n',
      ),
      ({ stderr }) => stderr.includes(name) && stderr.includes('Allowed are'),
    );
  });
}
