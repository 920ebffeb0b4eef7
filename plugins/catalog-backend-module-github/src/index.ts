/**
 * GitHub for the catalog: repositories, people and teams, with the leads of teams.
 *
 * @packageDocumentation
 */
import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import discoveryModule from '@backstage/plugin-catalog-backend-module-github';
import organisationModule from '@backstage/plugin-catalog-backend-module-github-org';
import { catalogModuleGithubTeamLeads } from './module';

/** Adds nothing, subscribes to nothing and says nothing until GitHub is configured. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (
      config.has('catalog.providers.github') ||
      config.has('catalog.providers.githubOrg')
    ) {
      yield discoveryModule;
      yield organisationModule;
      yield catalogModuleGithubTeamLeads;
    }
  },
});
