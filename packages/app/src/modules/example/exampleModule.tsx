import {
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { ExampleBanner } from './ExampleBanner';

const exampleBanner = AppRootElementBlueprint.make({
  name: 'example-banner',
  params: { element: <ExampleBanner /> },
});

export const exampleModule = createFrontendModule({
  pluginId: 'app',
  extensions: [exampleBanner],
});
