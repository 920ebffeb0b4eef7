import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readRoles } from './readRoles';
import { RolePolicy } from './RolePolicy';

/** Sets the permission policy of the portal. */
export const permissionModuleWaymark = createBackendModule({
  pluginId: 'permission',
  moduleId: 'waymark',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, config, userInfo }) {
        policy.setPolicy(
          new RolePolicy({ roles: readRoles(config), userInfo }),
        );
      },
    });
  },
});
