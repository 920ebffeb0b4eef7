/**
 * Every benchmark, by name. A benchmark is a function
 * `run({ portal, size, tell }) => { principal, data, measured, limits }`
 * in a file of its own. `sizes` are what it measures in full, and on the small profile that CI runs
 * to see that it works. `limits` name, for figures of `measured` (`a.b` is a path), what they must
 * not exceed.
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
};
