/**
 * Source browser, ingestion health and its widgets for plain Git.
 *
 * @packageDocumentation
 */
import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';
import { catalogGitHomeModule } from './homeModule';
import { catalogGitPlugin } from './plugin';

/** The plugin, and its widgets for the home page. */
export default createFrontendFeatureLoader({
  *loader() {
    yield catalogGitPlugin;
    yield catalogGitHomeModule;
  },
});
