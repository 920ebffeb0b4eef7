import {
  createFrontendModule,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { WaymarkPageLayout } from './WaymarkPageLayout';

// The name is that of the built-in layout, which this one replaces.
const pageLayout = SwappableComponentBlueprint.make({
  name: 'core-page-layout',
  params: define =>
    define({ component: PageLayout, loader: () => WaymarkPageLayout }),
});

export const pageLayoutModule = createFrontendModule({
  pluginId: 'app',
  extensions: [pageLayout],
});
