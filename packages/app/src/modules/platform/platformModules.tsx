import { createFrontendModule } from '@backstage/frontend-plugin-api';
import visualizerPlugin from '@backstage/plugin-app-visualizer';
import devtoolsPlugin from '@backstage/plugin-devtools/alpha';

/** Whoever may see how the portal runs also gets the pages that show it. */
const FOR_PLATFORM_ENGINEERS = {
  permissions: { $contains: 'devtools.info#read' },
};

/** Pages of upstream plugins that, for anyone else, do not exist. */
export const platformModules = [
  createFrontendModule({
    pluginId: 'devtools',
    extensions: [
      devtoolsPlugin
        .getExtension('page:devtools')
        .override({ if: FOR_PLATFORM_ENGINEERS }),
    ],
  }),
  createFrontendModule({
    pluginId: 'app-visualizer',
    extensions: [
      visualizerPlugin
        .getExtension('page:app-visualizer')
        .override({ if: FOR_PLATFORM_ENGINEERS }),
    ],
  }),
];
