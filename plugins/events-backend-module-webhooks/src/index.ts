/**
 * Webhooks of GitHub and GitLab, with verified signatures.
 *
 * @packageDocumentation
 */
import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { readWebhookHosts } from './config';
import { createWebhookModule } from './module';

/** One closed door for each host without a secret: no secret, no endpoint. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    for (const host of readWebhookHosts(config)) {
      yield createWebhookModule(host);
    }
  },
});
