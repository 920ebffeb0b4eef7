import {
  createFrontendModule,
  NotFoundErrorPage,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { NotFoundPage } from './NotFoundPage';

// The name is that of the built-in page, which this one replaces.
const notFoundPage = SwappableComponentBlueprint.make({
  name: 'core-not-found-error-page',
  params: define =>
    define({ component: NotFoundErrorPage, loader: () => NotFoundPage }),
});

export const notFoundModule = createFrontendModule({
  pluginId: 'app',
  extensions: [notFoundPage],
});
