import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { forgeApiRef } from '../api/forgeApi';

const KEY = ['forge', 'tokens'];

/** The person's access tokens, newest first. */
export function useTokens() {
  const api = useApi(forgeApiRef);
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.listTokens(undefined, { signal }),
  });
}

export function useCreateToken() {
  const api = useApi(forgeApiRef);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; expiresInDays: number }) =>
      api.createToken({ body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRevokeToken() {
  const api = useApi(forgeApiRef);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.revokeToken({ params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
