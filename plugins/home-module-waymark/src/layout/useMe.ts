import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

export interface Me {
  /** First name, or whatever the person is called. */
  name: string;
  teams: string[];
}

/** Groups of this type only carry a role; nobody calls them their team. */
const ROLE_GROUP_TYPE = 'role';

/** The signed-in person and the titles of the teams they belong to. */
export function useMe(): Me | undefined {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  const { value } = useAsync(async (): Promise<Me> => {
    const [{ displayName }, { userEntityRef }] = await Promise.all([
      identityApi.getProfileInfo(),
      identityApi.getBackstageIdentity(),
    ]);
    const groups = await catalogApi.getEntities({
      filter: { kind: 'Group', 'relations.hasMember': userEntityRef },
      fields: ['metadata.name', 'metadata.title', 'spec.type', 'spec.profile'],
    });
    return {
      name: displayName ?? userEntityRef.split('/')[1],
      teams: groups.items
        .filter(group => group.spec?.type !== ROLE_GROUP_TYPE)
        .map(group => group.metadata.title ?? group.metadata.name)
        .sort((a, b) => a.localeCompare(b)),
    };
  }, [identityApi, catalogApi]);
  return value;
}
