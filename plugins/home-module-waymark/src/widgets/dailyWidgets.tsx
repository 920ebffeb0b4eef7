import { createExtensionInput } from '@backstage/frontend-plugin-api';
import homePlugin from '@backstage/plugin-home/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { catalogColumnDataRef } from '@waymark/catalog-columns-react';
import { z } from 'zod';
import { limit, NARROW, WIDE } from './hints';
import { loadMyServices } from './myServices/loadMyServices';

const myServices = HomePageWidgetBlueprint.makeWithOverrides({
  name: 'my-services',
  inputs: {
    /** `catalog-column:*`: what plugins know of the services. */
    columns: createExtensionInput([catalogColumnDataRef]),
  },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      name: 'MyServices',
      title: 'Services of my teams',
      description: 'Components that you or your teams own: delivery and docs',
      layout: WIDE,
      settings: limit([5, 8, 15, 30], 8),
      components: () =>
        loadMyServices(
          inputs.columns.map(column => column.get(catalogColumnDataRef)),
        ),
    }),
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

const starred = homePlugin
  .getExtension('home-page-widget:home/starred-entities')
  .override({
    params: {
      title: 'Starred',
      description: 'What you starred in the catalog',
      layout: NARROW,
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

/** What people come back to every day. */
export const dailyWidgets = [
  myServices,
  myRuns,
  myDocs,
  notifications,
  starred,
  recentVisits,
  quickLinks,
];
