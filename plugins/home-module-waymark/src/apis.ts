import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { createContractClient } from '@waymark/contract-common';
import { rolesContract } from '@waymark/roles-common';
import { rolesApiRef } from './api/rolesApi';
import { runsApiRef, ScaffolderRunsApi } from './api/runsApi';

export const rolesApi = ApiBlueprint.make({
  name: 'roles',
  params: define =>
    define({
      api: rolesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        createContractClient(rolesContract, {
          discovery: discoveryApi,
          fetch: fetchApi.fetch,
        }),
    }),
});

export const runsApi = ApiBlueprint.make({
  name: 'runs',
  params: define =>
    define({
      api: runsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new ScaffolderRunsApi({ fetchApi }),
    }),
});
