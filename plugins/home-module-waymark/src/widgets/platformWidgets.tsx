import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

const catalogGlance = HomePageWidgetBlueprint.make({
  name: 'catalog-glance',
  params: {
    name: 'CatalogGlance',
    title: 'Catalog at a glance',
    description:
      'Components by type and lifecycle; how many have docs, APIs and owners',
    components: () =>
      import('./catalogGlance/CatalogGlance').then(module => ({
        Content: module.CatalogGlance,
      })),
  },
});

const templateUsage = HomePageWidgetBlueprint.make({
  name: 'template-usage',
  params: {
    name: 'TemplateUsage',
    title: 'Use of templates',
    description: 'Runs and success of each template in the last 28 days',
    components: () =>
      import('./templateUsage/TemplateUsage').then(module => ({
        Content: module.TemplateUsage,
      })),
  },
});

const failedRuns = HomePageWidgetBlueprint.make({
  name: 'failed-runs',
  params: {
    name: 'FailedRuns',
    title: 'Failed template runs',
    description: 'The latest runs that went wrong, whose, and why',
    components: () =>
      import('./failedRuns/FailedRuns').then(module => ({
        Content: module.FailedRuns,
      })),
  },
});

const unprocessed = HomePageWidgetBlueprint.make({
  name: 'unprocessed-entities',
  if: {
    permissions: { $contains: 'catalog.entities.unprocessed.read#read' },
  },
  params: {
    name: 'UnprocessedEntities',
    title: 'Unprocessed entities',
    description: 'What the catalog could not, or not yet, take in',
    components: () =>
      import('./unprocessed/UnprocessedEntities').then(module => ({
        Content: module.UnprocessedEntities,
      })),
  },
});

/** For those who run the portal and its golden paths. */
export const platformWidgets = [
  catalogGlance,
  templateUsage,
  failedRuns,
  unprocessed,
];
