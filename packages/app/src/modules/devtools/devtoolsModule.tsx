import { createFrontendModule } from '@backstage/frontend-plugin-api';
import devtoolsPlugin from '@backstage/plugin-devtools/alpha';

/** DevTools is for those who may see how the portal runs; for others it does not exist. */
export const devtoolsModule = createFrontendModule({
  pluginId: 'devtools',
  extensions: [
    devtoolsPlugin.getExtension('page:devtools').override({
      if: { permissions: { $contains: 'devtools.info#read' } },
    }),
  ],
});
