import {
  MAX_SEARCH_LENGTH,
  problemCodes,
  type ProblemCode,
  type RepositoryStatus,
} from '@waymark/plugin-catalog-git-common';
import { useSearchParams } from 'react-router-dom';

export const repositoryStatuses: RepositoryStatus[] = [
  'ok',
  'failing',
  'unreachable',
  'unauthorized',
  'pending',
];

export interface Filters {
  provider?: string;
  status?: RepositoryStatus;
  code?: ProblemCode;
  text?: string;
}

/** An address may say anything; what the API takes is as much as can be typed. */
const searchable = (text: string | null): string | undefined =>
  text?.replaceAll('\0', '').slice(0, MAX_SEARCH_LENGTH).trim() || undefined;

/** The filters of the health page. They live in the address, so that it can be passed on. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const filters: Filters = {
    provider: params.get('provider') || undefined,
    status: repositoryStatuses.find(known => known === params.get('status')),
    code: problemCodes.find(known => known === params.get('code')),
    text: searchable(params.get('text')),
  };
  return {
    filters,
    isFiltered: Object.values(filters).some(Boolean),
    set: (change: Partial<Filters>) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value) {
              after.set(name, value);
            } else {
              after.delete(name);
            }
          }
          return after;
        },
        { replace: true },
      ),
  };
}
