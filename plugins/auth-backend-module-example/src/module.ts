import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createExampleProvider } from './exampleProvider';
import { isExampleEnabled } from './guard';

/** Registers the auth provider `example`, in example mode only. */
export const authModuleExample = createBackendModule({
  pluginId: 'auth',
  moduleId: 'example',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        catalog: catalogServiceRef,
        auth: coreServices.auth,
      },
      async init({ providers, config, logger, catalog, auth }) {
        if (!isExampleEnabled(config)) {
          return;
        }
        logger.warn(
          'Example mode: anybody at this machine can sign in as any person marked as an example',
        );
        providers.registerProvider({
          providerId: 'example',
          factory: createExampleProvider({
            catalog,
            auth,
            hasOrganisation: config.has('waymark.example.organisation'),
          }),
        });
      },
    });
  },
});
