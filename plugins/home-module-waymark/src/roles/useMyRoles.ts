import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { rolesApiRef } from '../api/rolesApi';

/** The roles of the signed-in person, the most general first. */
export function useMyRoles() {
  const rolesApi = useApi(rolesApiRef);
  return useQuery({
    queryKey: ['home', 'roles'],
    queryFn: async () => (await rolesApi.getMyRoles()).roles,
    staleTime: Infinity,
  });
}
