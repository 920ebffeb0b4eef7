/**
 * Every benchmark, by name. A benchmark is a function
 * `run({ portal, size, tell }) => { principal, data, measured, limits }`
 * in a file of its own. `sizes` are what it measures in full, and on the small profile that CI runs
 * to see that it works. `limits` name, for figures of `measured` (`a.b` is a path), a number that they must
 * not exceed, or `{ atLeast }`.
 */
export const BENCHES = {
  'catalog-git': {
    title: 'Catalog entities from Git: ingestion, re-run, push, memory',
    sizes: {
      full: { repositories: 1_000, entities: 5, pushes: 20 },
      small: { repositories: 20, entities: 5, pushes: 3 },
    },
    load: async () => await import('./catalog-git.mjs'),
  },
  dora: {
    title: 'Delivery figures at full size: import, reads',
    sizes: {
      full: {
        services: 5_000,
        months: 12,
        deployments: 2_000_000,
        changes: 6_000_000,
        incidents: 200_000,
        seconds: 30,
      },
      small: {
        services: 100,
        months: 12,
        deployments: 2_000,
        changes: 6_000,
        incidents: 200,
        seconds: 3,
      },
    },
    load: async () => await import('./dora.mjs'),
  },
  'dora-ingest': {
    title: 'Delivery events: accepted, in the figures, lag',
    sizes: {
      full: {
        services: 5_000,
        burst: { rate: 5_200, duration: 60 },
        sustained: { rate: 500, duration: 60 },
      },
      small: {
        services: 100,
        burst: { rate: 500, duration: 3 },
        sustained: { rate: 100, duration: 15 },
      },
    },
    load: async () => await import('./dora-ingest.mjs'),
  },
};
