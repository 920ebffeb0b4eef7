import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Starting Postgres, and restarting a killed service, takes seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
