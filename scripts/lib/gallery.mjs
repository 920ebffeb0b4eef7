import { ensureChromium } from './chromium.mjs';
import { inHome } from './paths.mjs';
import { runPlaywright } from './playwright.mjs';

/** Compares every chart with its picture in the documentation, in a real Chromium. */
export async function runGallery(nodeBin) {
  return runPlaywright(nodeBin, {
    workspace: '@waymark/charts-react',
    script: 'gallery',
    report: inHome('plugins/charts-react/dist/gallery-report/results.json'),
    env: { WAYMARK_CHROMIUM: await ensureChromium() },
  });
}
