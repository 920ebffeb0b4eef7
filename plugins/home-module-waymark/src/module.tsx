import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';
import { rolesApi, runsApi } from './apis';
import { dailyWidgets } from './widgets/dailyWidgets';
import { platformWidgets } from './widgets/platformWidgets';
import { teamWidgets } from './widgets/teamWidgets';

export const layout = HomePageLayoutBlueprint.make({
  params: {
    loader: () =>
      import('./layout/HomeLayout').then(module => module.HomeLayout),
  },
});

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [
    layout,
    rolesApi,
    runsApi,
    ...dailyWidgets,
    ...teamWidgets,
    ...platformWidgets,
  ],
});
