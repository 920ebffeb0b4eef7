import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';
import { doraHomeModule } from './homeModule';
import { doraPlugin } from './plugin';

/** The delivery pages, and their widget on the home page. */
export default createFrontendFeatureLoader({
  loader: () => [doraPlugin, doraHomeModule],
});
