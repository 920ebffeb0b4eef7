/**
 * GitLab for the catalog: projects, people and groups, with the leads of groups.
 *
 * @packageDocumentation
 */
import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { catalogModuleGitlab } from './module';

/** Adds nothing, subscribes to nothing and says nothing until GitLab is configured. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('catalog.providers.gitlab')) {
      yield catalogModuleGitlab;
    }
  },
});
