import { createFrontendModule } from '@backstage/frontend-plugin-api';
import homePlugin from '@backstage/plugin-home/alpha';
import {
  HomePageLayoutBlueprint,
  HomePageWidgetBlueprint,
} from '@backstage/plugin-home-react/alpha';
import { z } from 'zod';

const layout = HomePageLayoutBlueprint.make({
  params: {
    loader: () => import('./HomeLayout').then(module => module.HomeLayout),
  },
});

const myServices = HomePageWidgetBlueprint.make({
  name: 'my-services',
  params: {
    name: 'MyServices',
    title: 'Services of my teams',
    description: 'Components owned by you or one of your teams',
    components: () =>
      import('./components/MyServices').then(module => ({
        Content: module.MyServices,
      })),
  },
});

const recentVisits = HomePageWidgetBlueprint.make({
  name: 'recent-visits',
  params: {
    name: 'RecentVisits',
    title: 'Recently visited',
    description: 'A way back to what you looked at last',
    components: () =>
      import('./components/RecentVisits').then(module => ({
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
      components: () =>
        import('./components/QuickLinks').then(({ QuickLinks }) => ({
          Content: () => <QuickLinks links={config.links} />,
        })),
    });
  },
});

const starred = homePlugin
  .getExtension('home-page-widget:home/starred-entities')
  .override({ params: { title: 'Starred' } });

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout, starred, myServices, recentVisits, quickLinks],
});
