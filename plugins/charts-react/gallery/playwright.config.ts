import path from 'node:path';
import { defineConfig } from '@playwright/test';

// As the end-to-end tests start it, and with text drawn the same on every machine.
const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** The pictures are those of the documentation: what it shows is what is tested. */
const PICTURES = path.resolve(__dirname, '../../../docs/images/charts');

export default defineConfig({
  testDir: __dirname,
  outputDir: path.resolve(__dirname, '../dist/gallery-report/artefacts'),
  snapshotPathTemplate: `${PICTURES}/{arg}{ext}`,
  timeout: 60_000,
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME
    ? [['list'], ['json']]
    : [['list']],
  // A picture that is not there is a failure, not a reason to make it.
  updateSnapshots: 'none',
  expect: {
    timeout: 15_000,
    toHaveScreenshot: {
      animations: 'disabled',
      // Per pixel; how many may differ, the tests say.
      threshold: 0.25,
      maxDiffPixels: 100,
    },
  },
  use: {
    timezoneId: 'America/New_York',
    locale: 'en-GB',
    deviceScaleFactor: 1,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.WAYMARK_CHROMIUM ?? '/usr/bin/chromium',
      args: CHROMIUM_ARGUMENTS,
    },
  },
});
