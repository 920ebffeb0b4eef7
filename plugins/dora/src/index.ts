import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';
import { doraCatalogGraphModule } from './catalogGraph/catalogGraphModule';
import { doraHomeModule } from './homeModule';
import { doraPlugin } from './plugin';

/** The delivery pages, their widget on the home page and their marks in the catalog graph. */
export default createFrontendFeatureLoader({
  loader: () => [doraPlugin, doraHomeModule, doraCatalogGraphModule],
});
