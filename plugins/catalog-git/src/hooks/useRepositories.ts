import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RepositoryStatus } from '@waymark/plugin-catalog-git-common';
import { PAGE_SIZE } from '@waymark/query-react';
import { catalogGitApiRef } from '../api/catalogGitApi';

interface RepositoryFilter {
  provider?: string;
  status?: RepositoryStatus;
  text?: string;
  cursor?: string;
}

/** One page of repositories, by name. */
export function useRepositories(filter: RepositoryFilter) {
  const api = useApi(catalogGitApiRef);
  return useQuery({
    queryKey: ['catalog-git', 'repositories', filter],
    queryFn: ({ signal }) =>
      api.listRepositories(
        { query: { ...filter, limit: PAGE_SIZE } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}
