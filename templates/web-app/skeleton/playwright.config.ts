import { defineConfig } from '@playwright/test';
import { PORTS } from './src/server/ports.ts';

if (!process.env.DATABASE_URL) {
  throw new Error(
    'Set DATABASE_URL to a Postgres that the tests may write to.',
  );
}

const { CI, CHROMIUM_PATH, PORT = String(PORTS.http) } = process.env;
const address = `http://localhost:${PORT}`;

/** Against the built application. CHROMIUM_PATH is a browser of your own, instead of Playwright's. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'coverage/browser',
  forbidOnly: Boolean(CI),
  reporter: 'list',
  use: {
    baseURL: address,
    trace: 'retain-on-failure',
    launchOptions: CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {},
  },
  webServer: {
    command: 'node --enable-source-maps dist/main.js',
    url: `${address}/readyz`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
