import {
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';
import { rolesApi, runsApi } from './apis';
import { dailyWidgets } from './widgets/dailyWidgets';
import { platformWidgets } from './widgets/platformWidgets';
import { VisitListener } from './visits/VisitListener';
import { teamWidgets } from './widgets/teamWidgets';

export const layout = HomePageLayoutBlueprint.make({
  params: {
    loader: () =>
      import('./layout/HomeLayout').then(module => module.HomeLayout),
  },
});

// The name is that of the built-in listener, which this one replaces.
export const visitListener = AppRootElementBlueprint.make({
  name: 'visit-listener',
  params: { element: <VisitListener /> },
});

export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [
    layout,
    rolesApi,
    runsApi,
    visitListener,
    ...dailyWidgets,
    ...teamWidgets,
    ...platformWidgets,
  ],
});
