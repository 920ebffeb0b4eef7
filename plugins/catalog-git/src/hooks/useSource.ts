import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { catalogGitApiRef } from '../api/catalogGitApi';

interface SourceAddress {
  repository: string;
  ref?: string;
  path: string;
}

/** A file or a folder of a repository at a ref. */
export function useSource({ repository, ref, path }: SourceAddress) {
  const api = useApi(catalogGitApiRef);
  const [owner, name] = repository.split('/');
  return useQuery({
    queryKey: ['catalog-git', 'source', repository, ref, path],
    queryFn: ({ signal }) =>
      api.getSource(
        { params: { owner, name }, query: { ref, path } },
        { signal },
      ),
  });
}
