import { existsSync } from 'node:fs';
import {
  readFile,
  readdir,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { inHome, inTools } from './paths.mjs';
import { say, step } from './progress.mjs';
import { run } from './run.mjs';

const CORE_VERSION = '1.7.1';
const folder = inTools(`techdocs-${CORE_VERSION}`);

/**
 * The theme would make every page wait for a font from the internet, and tell its host who reads
 * what. Behind a firewall it waits in vain.
 */
async function useSystemFonts() {
  const libraries = await readdir(path.join(folder, 'lib'));
  for (const library of libraries) {
    const theme = path.join(
      folder,
      'lib',
      library,
      'site-packages/material/templates/mkdocs_theme.yml',
    );
    const settings = await readFile(theme, 'utf8');
    await writeFile(
      theme,
      settings.replace(/^font:\n(?:[ \t].*\n|\n)*/m, 'font: false\n\n'),
    );
  }
}

/** Links to the guarded `mkdocs` in `scripts/techdocs`; made last, so that it is only there when all of it is. */
const guard = path.join(folder, 'guard');

/** What the portal needs to build documentation: `mkdocs` on its path, and the Python that runs it. */
export function techdocsEnvironment() {
  return {
    PATH: `${guard}${path.delimiter}${process.env.PATH}`,
    WAYMARK_TECHDOCS_PYTHON: path.join(folder, 'bin', 'python'),
  };
}

/**
 * Installs mkdocs with the TechDocs core plugin into a virtual environment of the project's own.
 * Documentation is worth having but never worth a portal that does not start: without Python, or
 * without a package index, this says what is missing and goes on.
 */
export async function ensureTechdocs() {
  if (existsSync(guard)) return;
  try {
    await step('Installing the documentation generator', async () => {
      await rm(folder, { recursive: true, force: true });
      await run('python3', ['-m', 'venv', folder]);
      const pip = path.join(folder, 'bin', 'pip');
      const quiet = ['--quiet', '--disable-pip-version-check'];
      await run(pip, [
        'install',
        ...quiet,
        `mkdocs-techdocs-core==${CORE_VERSION}`,
      ]);
      await useSystemFonts();
      await symlink(inHome('scripts/techdocs/bin'), guard);
    });
  } catch (error) {
    await rename(folder, `${folder}.failed`).catch(() => undefined);
    await rm(`${folder}.failed`, { recursive: true, force: true });
    say(
      `Documentation pages will not be built: ${
        error.message.trim().split('\n').at(-1) ?? ''
      }`,
    );
    say(
      'Everything else works. Remedy: install Python 3 with its venv module, then start again.',
    );
  }
}
