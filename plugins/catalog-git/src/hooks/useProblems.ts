import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProblemCode } from '@waymark/plugin-catalog-git-common';
import { PAGE_SIZE } from '@waymark/query-react';
import { catalogGitApiRef } from '../api/catalogGitApi';

interface ProblemFilter {
  provider?: string;
  code?: ProblemCode;
  text?: string;
  cursor?: string;
}

/** One page of problems, newest first. */
export function useProblems(filter: ProblemFilter) {
  const api = useApi(catalogGitApiRef);
  return useQuery({
    queryKey: ['catalog-git', 'problems', filter],
    queryFn: ({ signal }) =>
      api.listProblems({ query: { ...filter, limit: PAGE_SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  });
}
