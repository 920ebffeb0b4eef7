import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { createContractRouter } from '@waymark/contract-node';
import { rolesContract, rolesPermissions } from '@waymark/roles-common';
import { readRoles } from './readRoles';
import { RolePolicy } from './RolePolicy';
import { createRolesHandlers } from './router/createRolesHandlers';

/** Sets the permission policy of the portal, and tells people their roles. */
export const permissionModuleWaymark = createBackendModule({
  pluginId: 'permission',
  moduleId: 'waymark',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, userInfo, ...deps }) {
        const roles = readRoles(deps.config);
        policy.setPolicy(new RolePolicy({ roles, userInfo }));

        deps.permissionsRegistry.addPermissions(rolesPermissions);
        deps.httpRouter.use(
          await createContractRouter(rolesContract, {
            ...deps,
            handlers: createRolesHandlers({ roles, userInfo }),
          }),
        );
      },
    });
  },
});
