import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';

/** The signed-in person, and everything that counts as them: their groups too. */
export function useMyRefs() {
  const identityApi = useApi(identityApiRef);
  return useQuery({
    queryKey: ['home', 'refs'],
    queryFn: () => identityApi.getBackstageIdentity(),
    staleTime: Infinity,
  });
}
