import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';
import { rolesApi, runsApi } from './apis';
import { widgets } from './widgets/widgets';

const layout = HomePageLayoutBlueprint.make({
  params: {
    loader: () =>
      import('./layout/HomeLayout').then(module => module.HomeLayout),
  },
});

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout, rolesApi, runsApi, ...widgets],
});
