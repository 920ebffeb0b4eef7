import homePlugin from '@backstage/plugin-home/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { z } from 'zod';

/** How many entries a list shows at most, as a setting of the person. */
const limit = (choices: number[], byDefault: number) => ({
  schema: {
    type: 'object' as const,
    properties: {
      limit: {
        type: 'integer' as const,
        title: 'Show at most',
        enum: choices,
        default: byDefault,
      },
    },
  },
});

/** A table needs more than half of the main column. */
const WIDE = { width: { minColumns: 8, defaultColumns: 12 } };
/** A list has room anywhere, and is meant for the side column. */
const NARROW = { width: { defaultColumns: 4 } };

const myServices = HomePageWidgetBlueprint.make({
  name: 'my-services',
  params: {
    name: 'MyServices',
    title: 'Services of my teams',
    description: 'Components that you or your teams own, with their docs',
    layout: WIDE,
    settings: limit([5, 8, 15, 30], 8),
    components: () =>
      import('./myServices/MyServices').then(module => ({
        Content: module.MyServices,
      })),
  },
});

const myRuns = HomePageWidgetBlueprint.make({
  name: 'my-runs',
  params: {
    name: 'MyRuns',
    title: 'Created by me',
    description: 'Your latest runs of templates, and what came of them',
    components: () =>
      import('./myRuns/MyRuns').then(module => ({ Content: module.MyRuns })),
  },
});

const myDocs = HomePageWidgetBlueprint.make({
  name: 'my-docs',
  params: {
    name: 'MyDocs',
    title: 'Documentation',
    description: 'What you read last, and what your teams have written',
    components: () =>
      import('./myDocs/MyDocs').then(module => ({ Content: module.MyDocs })),
  },
});

const notifications = HomePageWidgetBlueprint.make({
  name: 'notifications',
  params: {
    name: 'UnreadNotifications',
    title: 'Unread notifications',
    description: 'What concerns you and your teams, and is not read yet',
    layout: NARROW,
    components: () =>
      import('./notifications/UnreadNotifications').then(module => ({
        Content: module.UnreadNotifications,
      })),
  },
});

const recentVisits = HomePageWidgetBlueprint.make({
  name: 'recent-visits',
  params: {
    name: 'RecentVisits',
    title: 'Recently visited',
    description: 'A way back to what you looked at last',
    layout: NARROW,
    settings: limit([3, 6, 10], 6),
    components: () =>
      import('./recentVisits/RecentVisits').then(module => ({
        Content: module.RecentVisits,
      })),
  },
});

const quickLinks = HomePageWidgetBlueprint.makeWithOverrides({
  name: 'quick-links',
  configSchema: {
    links: z
      .array(
        z.object({
          label: z.string(),
          url: z.string(),
          description: z.string().optional(),
        }),
      )
      .default([]),
  },
  *factory(originalFactory, { config }) {
    yield* originalFactory({
      name: 'QuickLinks',
      title: 'Links',
      description: 'Where to go next; the list comes from the configuration',
      layout: NARROW,
      components: () =>
        import('./quickLinks/QuickLinks').then(({ QuickLinks }) => ({
          Content: () => <QuickLinks links={config.links} />,
        })),
    });
  },
});

const starred = homePlugin
  .getExtension('home-page-widget:home/starred-entities')
  .override({
    params: {
      title: 'Starred',
      description: 'What you starred in the catalog',
      layout: NARROW,
    },
  });

const myTeam = HomePageWidgetBlueprint.make({
  name: 'my-team',
  params: {
    name: 'MyTeam',
    title: 'My team',
    description: 'Who is on the teams that you lead or are in',
    components: () =>
      import('./myTeam/MyTeam').then(module => ({ Content: module.MyTeam })),
  },
});

const serviceGaps = HomePageWidgetBlueprint.make({
  name: 'service-gaps',
  params: {
    name: 'ServiceGaps',
    title: 'Missing in the catalog',
    description:
      'Components of your teams without docs, API description or owning team',
    components: () =>
      import('./serviceGaps/ServiceGaps').then(module => ({
        Content: module.ServiceGaps,
      })),
  },
});

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

export const widgets = [
  myServices,
  myRuns,
  myDocs,
  notifications,
  starred,
  recentVisits,
  quickLinks,
  myTeam,
  serviceGaps,
  catalogGlance,
  templateUsage,
  failedRuns,
  unprocessed,
];
