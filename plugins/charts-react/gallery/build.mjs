import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const home = path.resolve(here, '..');
const app = path.resolve(home, '../../packages/app/src');
const dist = path.join(home, 'dist/gallery');
const require = createRequire(import.meta.url);

/** The colours of the portal itself, read from its theme, so that the gallery cannot drift from it. */
async function themeStyles() {
  const outfile = path.join(dist, 'theme.mjs');
  await build({
    stdin: {
      contents: `
        import { buiStyleSheet } from './theme/buiVariables';
        import { darkPalette, lightPalette } from './theme/palette';
        export default [lightPalette, darkPalette].map(buiStyleSheet).join('\\n');`,
      resolveDir: app,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    outfile,
  });
  const { default: styles } = await import(pathToFileURL(outfile).href);
  return styles;
}

/** A font that comes along, so that text is as wide on every machine. */
const FONT = [400, 500, 600, 700]
  .map(weight => `@import '@fontsource/inter/latin-${weight}.css';`)
  .join('\n');

async function bundleStyles() {
  await build({
    stdin: {
      contents: [
        FONT,
        `@import ${JSON.stringify(
          require.resolve('@backstage/ui/css/styles.css'),
        )};`,
        `@import ${JSON.stringify(path.join(app, 'styles.css'))};`,
        await themeStyles(),
        `:root { --waymark-font: Inter; }`,
        await readFile(path.join(home, 'dev/gallery.css'), 'utf8'),
      ].join('\n'),
      resolveDir: home,
      loader: 'css',
    },
    bundle: true,
    loader: { '.woff2': 'file', '.woff': 'empty' },
    outfile: path.join(dist, 'styles.css'),
  });
}

async function bundleCode() {
  await build({
    entryPoints: [path.join(home, 'dev/index.tsx')],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: dist,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    // What test utilities bring along but the page never calls.
    loader: { '.svg': 'empty' },
    external: ['node:*'],
    metafile: true,
    logLevel: 'warning',
  });
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <link rel="icon" href="data:," />
    <title>Samples of charts and metric cards</title>
    <link rel="stylesheet" href="styles.css" />
    <link rel="stylesheet" href="index.css" />
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="index.js"></script>
  </body>
</html>
`;

/** Builds the gallery into `dist/gallery` and gives the folder. */
export async function buildGallery() {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await bundleStyles();
  await bundleCode();
  await writeFile(path.join(dist, 'index.html'), PAGE);
  return dist;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${await buildGallery()}\n`);
}
