/**
 * Plain Git for the catalog: entity provider and URL reader.
 *
 * @packageDocumentation
 */
import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { catalogModuleGit } from './module';
import { gitUrlReaderFactory } from './reader/gitUrlReaderFactory';

/** Both parts at once, for `backend.add`. */
export default createBackendFeatureLoader({
  *loader() {
    yield catalogModuleGit;
    yield gitUrlReaderFactory;
  },
});

export { catalogModuleGit } from './module';
export { gitUrlReaderFactory } from './reader/gitUrlReaderFactory';
