import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  HomePageLayoutBlueprint,
  HomePageWidgetBlueprint,
} from '@backstage/plugin-home-react/alpha';

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

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout, myServices],
});
